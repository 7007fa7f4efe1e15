package org.yinxin.sealing.web;

import java.util.Objects;
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
import org.yinxin.sealing.UseMarks;
import org.yinxin.sealing.UseView;
import org.yinxin.sealing.Uses;
import org.yinxin.shared.Bureau;
import org.yinxin.shared.UseCode;
import org.yinxin.site.NotFoundException;

/** A bureau's officer disputes a use: the reason, everything once more, and the entry in the book. */
@Controller
@RequestMapping("/office/uses/{code}/dispute")
class OfficeUseController {

    private final UseMarks marks;
    private final Uses uses;

    OfficeUseController(UseMarks marks, Uses uses) {
        this.marks = marks;
        this.uses = uses;
    }

    @ModelAttribute
    void address(@PathVariable String code, Model model) {
        model.addAttribute("address", "/office/uses/" + code + "/dispute")
                .addAttribute("back", "/u/" + code)
                .addAttribute("lead", "usebook.dispute.lead");
    }

    @GetMapping
    String ask(@PathVariable String code, @ModelAttribute("form") MarkForm form, Model model) {
        model.addAttribute("use", use(code));
        return "stamping/dispute";
    }

    @PostMapping
    String dispute(
            @AuthenticationPrincipal AccountPrincipal me,
            @PathVariable String code,
            @ModelAttribute("form") MarkForm form,
            BindingResult errors,
            @RequestParam(defaultValue = "false") boolean confirmed,
            Model model) {
        UseView use = use(code);
        Bureau bureau = Objects.requireNonNull(me.bureau(), "An officer belongs to a bureau");
        if (!form.reasonFits()) {
            errors.rejectValue("reason", "usebook.mark.error.reason");
            return ask(code, form, model);
        }
        if (!confirmed) {
            model.addAttribute("use", use).addAttribute("reason", form.typedReason());
            return "stamping/dispute-check";
        }
        marks.dispute(bureau, me.personId(), use.code(), form.typedReason());
        return "redirect:/u/" + use.code();
    }

    private UseView use(String code) {
        return UseCode.parse(code)
                .filter(marks::mayDispute)
                .flatMap(uses::find)
                .orElseThrow(() -> new NotFoundException("Use " + code));
    }
}
