package org.yinxin.mandate.web;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
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
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.yinxin.account.AccountPrincipal;
import org.yinxin.authority.AuthorityKeys;
import org.yinxin.mandate.MandateBook;
import org.yinxin.mandate.MandateFile;
import org.yinxin.mandate.MandateView;
import org.yinxin.mandate.ToSign;
import org.yinxin.mandate.Withdrawal;
import org.yinxin.mandate.Withdrawals;
import org.yinxin.site.Option;

/** Withdrawing a mandate or giving it up: the reason first, then everything once more, and the signature. */
@Controller
@RequestMapping("/mandates/{id:[0-9a-f-]{36}}/withdrawal")
class WithdrawalController {

    private final MandateBook book;
    private final Withdrawals withdrawals;
    private final AuthorityKeys keys;
    private final MessageSource messages;

    WithdrawalController(MandateBook book, Withdrawals withdrawals, AuthorityKeys keys, MessageSource messages) {
        this.book = book;
        this.withdrawals = withdrawals;
        this.keys = keys;
        this.messages = messages;
    }

    @GetMapping
    String ask(
            @AuthenticationPrincipal AccountPrincipal me,
            @PathVariable String id,
            @ModelAttribute("form") WithdrawalForm form,
            Locale locale,
            Model model,
            RedirectAttributes flash) {
        UUID mandate = Paths.mandate(id);
        List<MandateView> powers = withdrawals.powers(me.personId(), mandate);
        MandateFile file = book.file(me.personId(), mandate);
        if (powers.isEmpty()) {
            flash.addFlashAttribute("problem", "mandate.overtaken");
            return Paths.toMandate(mandate);
        }
        model.addAttribute("file", file)
                .addAttribute("powers", options(mandate, powers, locale))
                .addAttribute("falling", withdrawals.falling(mandate))
                .addAttribute(
                        "givingUp", powers.size() == 1 && powers.getFirst().id().equals(mandate));
        return "mandate/withdrawal";
    }

    @PostMapping
    String withdraw(
            @AuthenticationPrincipal AccountPrincipal me,
            @PathVariable String id,
            @ModelAttribute("form") WithdrawalForm form,
            BindingResult errors,
            Locale locale,
            Model model,
            RedirectAttributes flash) {
        UUID mandate = Paths.mandate(id);
        if (form.typedReason().isEmpty() || form.typedReason().length() > WithdrawalForm.LONGEST_REASON) {
            errors.rejectValue("reason", "mandate.withdrawal.reason.missing");
            return ask(me, id, form, locale, model, flash);
        }
        Optional<Withdrawal> prepared = form.prepared(mandate);
        if (prepared.isEmpty()) {
            return confirm(me, mandate, form, locale, model, flash);
        }
        try {
            withdrawals.withdraw(me.personId(), prepared.get(), form.signed());
            flash.addFlashAttribute("notice", messages.getMessage("mandate.withdrawal.done", null, locale));
        } catch (RuntimeException e) {
            String trouble = SigningTrouble.key(e);
            if (SigningTrouble.again(e)) {
                errors.rejectValue("signature", trouble);
                return confirm(me, mandate, form, locale, model, flash);
            }
            flash.addFlashAttribute("problem", trouble);
        }
        return Paths.toMandate(mandate);
    }

    /** The page that asks for the signature. */
    private String confirm(
            AccountPrincipal me,
            UUID mandate,
            WithdrawalForm form,
            Locale locale,
            Model model,
            RedirectAttributes flash) {
        MandateFile file = book.file(me.personId(), mandate);
        try {
            UUID by = form.by() == null
                    ? withdrawals.powers(me.personId(), mandate).getLast().id()
                    : form.by();
            Withdrawal withdrawal = withdrawals.prepare(mandate, by, form.typedReason());
            ToSign asked = withdrawals.toSign(me.personId(), withdrawal);
            String words = messages.getMessage(
                    withdrawal.givenUp() ? "mandate.withdrawal.words.own" : "mandate.withdrawal.words",
                    new Object[] {file.mandate().mandate().name(), file.seal().enterpriseName()},
                    locale);
            model.addAttribute("file", file)
                    .addAttribute("withdrawal", withdrawal)
                    .addAttribute("falling", withdrawals.falling(mandate))
                    .addAttribute("signing", keys.prompt(asked.key(), asked.digest(), words));
            return "mandate/withdrawal-check";
        } catch (RuntimeException e) {
            flash.addFlashAttribute("problem", SigningTrouble.key(e));
            return Paths.toMandate(mandate);
        }
    }

    private List<Option> options(UUID mandate, List<MandateView> powers, Locale locale) {
        return powers.stream()
                .map(power -> new Option(
                        power.id().toString(),
                        messages.getMessage(
                                power.id().equals(mandate)
                                        ? "mandate.withdrawal.by.own"
                                        : power.role().key(),
                                null,
                                locale)))
                .toList();
    }
}
