package org.yinxin.sealing.web;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.yinxin.account.AccountPrincipal;
import org.yinxin.authority.SignatureRefusedException;
import org.yinxin.ledger.authority.MarkKind;
import org.yinxin.sealing.MarkDraft;
import org.yinxin.sealing.SealedDocuments;
import org.yinxin.sealing.UseMarks;
import org.yinxin.sealing.UseView;
import org.yinxin.sealing.Uses;
import org.yinxin.shared.UseCode;
import org.yinxin.site.NotFoundException;
import org.yinxin.site.Option;

/** Declaring a use void, or disputing it, by whoever may speak for the seal: the reason first, then the signature. */
@Controller
@RequestMapping("/stamping/uses/{code}/mark")
class UseMarkController {

    private final UseMarks marks;
    private final Uses uses;
    private final SealedDocuments documents;
    private final MessageSource messages;

    UseMarkController(UseMarks marks, Uses uses, SealedDocuments documents, MessageSource messages) {
        this.marks = marks;
        this.uses = uses;
        this.documents = documents;
        this.messages = messages;
    }

    @GetMapping
    String ask(
            @AuthenticationPrincipal AccountPrincipal me,
            @PathVariable String code,
            @ModelAttribute("form") MarkForm form,
            Locale locale,
            Model model) {
        UseView use = use(me, code);
        model.addAttribute("use", use)
                .addAttribute("seen", sees(me, use))
                .addAttribute("back", pageOf(me, use))
                .addAttribute(
                        "kinds",
                        Arrays.stream(MarkKind.values())
                                .map(kind -> option(kind, locale))
                                .toList());
        return "stamping/mark";
    }

    @PostMapping
    String mark(
            @AuthenticationPrincipal AccountPrincipal me,
            @PathVariable String code,
            @ModelAttribute("form") MarkForm form,
            BindingResult errors,
            Locale locale,
            Model model) {
        if (wasHandedIn(code, form)) {
            return "redirect:/stamping/uses/" + code;
        }
        UseView use = use(me, code);
        if (form.kind().isEmpty()) {
            errors.rejectValue("mark", "usebook.mark.error.kind");
        }
        if (!form.reasonFits()) {
            errors.rejectValue("reason", "usebook.mark.error.reason");
        }
        if (errors.hasErrors()) {
            return ask(me, code, form, locale, model);
        }
        Optional<MarkDraft> prepared = form.prepared().filter(marks::stands);
        MarkDraft draft = prepared.orElseGet(() -> marks.draft(form.kind().orElseThrow(), form.typedReason()));
        if (form.prepared().isPresent() && prepared.isEmpty()) {
            errors.reject("usebook.mark.error.late");
        }
        if (prepared.isPresent()) {
            try {
                marks.mark(me.personId(), use.code(), draft, form.signed());
                return "redirect:" + pageOf(me, use);
            } catch (SignatureRefusedException e) {
                errors.reject(e.refusal().messageKey());
            }
        }
        String words = messages.getMessage(
                "usebook.mark.words." + draft.mark(), new Object[] {use.code().value()}, locale);
        model.addAttribute("use", use)
                .addAttribute("seen", sees(me, use))
                .addAttribute("draft", draft)
                .addAttribute("signing", marks.prompt(me.personId(), use.code(), draft, words));
        return "stamping/mark-check";
    }

    /** Whoever holds a mandate above the use's own may speak of it, and sees no more of it than the public. */
    private boolean sees(AccountPrincipal me, UseView use) {
        return documents.sees(me.personId(), use.code());
    }

    private String pageOf(AccountPrincipal me, UseView use) {
        return (sees(me, use) ? "/stamping/uses/" : "/u/") + use.code();
    }

    /** Whoever sends the form twice is led where the first one led. */
    private boolean wasHandedIn(String code, MarkForm form) {
        return UseCode.parse(code)
                .filter(use ->
                        marks.of(use).stream().anyMatch(mark -> mark.entryId().equals(form.entry())))
                .isPresent();
    }

    private Option option(MarkKind kind, Locale locale) {
        return new Option(
                kind.name(),
                messages.getMessage("usebook.mark.choose." + kind, null, locale),
                messages.getMessage("usebook.mark.choose." + kind + ".hint", null, locale));
    }

    private UseView use(AccountPrincipal me, String code) {
        return UseCode.parse(code)
                .filter(parsed -> marks.mayMark(me.personId(), parsed))
                .flatMap(uses::find)
                .orElseThrow(() -> new NotFoundException("Use " + code));
    }
}
