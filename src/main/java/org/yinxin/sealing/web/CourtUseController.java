package org.yinxin.sealing.web;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.PageRequest;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.yinxin.account.AccountPrincipal;
import org.yinxin.ledger.Party;
import org.yinxin.seal.Seals;
import org.yinxin.sealing.PartyMark;
import org.yinxin.sealing.UseMarks;
import org.yinxin.sealing.UseView;
import org.yinxin.shared.UseCode;
import org.yinxin.site.NotFoundException;
import org.yinxin.site.PageLinks;

/** A court clerk finds a use by its code and disputes it with the court's own account. */
@Controller
@RequestMapping("/court/uses")
class CourtUseController {

    private static final int SIZE = 20;

    private final UseMarks marks;
    private final Seals seals;

    CourtUseController(UseMarks marks, Seals seals) {
        this.marks = marks;
        this.seals = seals;
    }

    /** The code that a clerk types, as it stands on the document. */
    record CodeForm(@Nullable String code) {

        Optional<UseCode> parsed() {
            return code == null ? Optional.empty() : UseCode.parse(code);
        }
    }

    @GetMapping
    String find(
            @ModelAttribute("form") CodeForm form,
            BindingResult errors,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        if (form.code() != null) {
            Optional<UseView> use = form.parsed().flatMap(marks::inBook);
            if (use.isPresent()) {
                return "redirect:/court/uses/" + use.get().code();
            }
            errors.rejectValue(
                    "code", form.parsed().isEmpty() ? "usebook.court.error.code" : "usebook.court.error.unknown");
        }
        int at = Math.clamp(page, 1, 10_000);
        Page<PartyMark> said = new PageImpl<>(
                marks.saidBy(Party.COURT, SIZE, at), PageRequest.of(at - 1, SIZE), marks.countSaidBy(Party.COURT));
        model.addAttribute("said", said.getContent()).addAttribute("links", PageLinks.of(said, "/court/uses"));
        return "court/uses";
    }

    @GetMapping("/{code}")
    String use(@PathVariable String code, Model model) {
        UseView use = inBook(code);
        model.addAttribute("use", use)
                .addAttribute("seal", seals.find(use.seal()).orElseThrow())
                .addAttribute("marks", marks.of(use.code()))
                .addAttribute("mayDispute", marks.mayDispute(use.code()));
        return "court/use";
    }

    @GetMapping("/{code}/dispute")
    String ask(@PathVariable String code, @ModelAttribute("form") MarkForm form, Model model) {
        return asked(disputable(code), model);
    }

    @PostMapping("/{code}/dispute")
    String dispute(
            @AuthenticationPrincipal AccountPrincipal me,
            @PathVariable String code,
            @ModelAttribute("form") MarkForm form,
            BindingResult errors,
            @RequestParam(defaultValue = "false") boolean confirmed,
            Model model) {
        UseView use = disputable(code);
        if (!form.reasonFits()) {
            errors.rejectValue("reason", "usebook.mark.error.reason");
            return asked(use, model);
        }
        if (!confirmed) {
            asked(use, model);
            model.addAttribute("reason", form.typedReason());
            return "stamping/dispute-check";
        }
        marks.disputeByCourt(me.personId(), use.code(), form.typedReason());
        return "redirect:/court/uses/" + use.code();
    }

    private static String asked(UseView use, Model model) {
        model.addAttribute("use", use)
                .addAttribute("address", "/court/uses/" + use.code() + "/dispute")
                .addAttribute("back", "/court/uses/" + use.code())
                .addAttribute("lead", "usebook.court.lead");
        return "stamping/dispute";
    }

    private UseView disputable(String code) {
        UseView use = inBook(code);
        if (!marks.mayDispute(use.code())) {
            throw new NotFoundException("Use " + code);
        }
        return use;
    }

    private UseView inBook(String code) {
        return UseCode.parse(code).flatMap(marks::inBook).orElseThrow(() -> new NotFoundException("Use " + code));
    }
}
