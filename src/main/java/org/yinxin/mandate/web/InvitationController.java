package org.yinxin.mandate.web;

import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.yinxin.account.AccountPrincipal;
import org.yinxin.mandate.AcceptanceResult;
import org.yinxin.mandate.Acceptances;
import org.yinxin.mandate.IllegalMandateStepException;
import org.yinxin.mandate.InvitationCode;
import org.yinxin.mandate.MandateStatus;
import org.yinxin.mandate.MandateView;
import org.yinxin.seal.Seals;

/** An invited person opens an offer, sees what it is, and accepts it with a key of their own. */
@Controller
class InvitationController {

    private final Acceptances acceptances;
    private final Seals seals;
    private final MessageSource messages;

    InvitationController(Acceptances acceptances, Seals seals, MessageSource messages) {
        this.acceptances = acceptances;
        this.seals = seals;
        this.messages = messages;
    }

    /** Where an invitation's QR code leads, and where a code is typed. */
    @GetMapping("/mandates/invitation")
    String open(
            @AuthenticationPrincipal AccountPrincipal me,
            @ModelAttribute("form") CodeForm form,
            BindingResult errors,
            RedirectAttributes redirect) {
        if (form.typed().isEmpty()) {
            return "mandate/invitation";
        }
        Optional<InvitationCode> code = InvitationCode.parse(form.typed());
        Optional<MandateView> offer = code.flatMap(typed -> acceptances.opened(me.personId(), typed));
        if (code.isEmpty() || offer.isEmpty()) {
            errors.rejectValue("code", "mandate.invitation.code.unknown");
            return "mandate/invitation";
        }
        redirect.addAttribute("code", code.get().value());
        return "redirect:/mandates/offers/" + offer.get().id();
    }

    @GetMapping("/mandates/offers/{id}")
    String show(
            @AuthenticationPrincipal AccountPrincipal me,
            @PathVariable String id,
            @ModelAttribute("form") AcceptanceForm form,
            Model model) {
        UUID mandate = Paths.mandate(id);
        MandateView offer = acceptances.offer(me.personId(), mandate, code(form.code()));
        if (offer.holder() != null && offer.holder().personId().equals(me.personId())) {
            return Paths.toMandate(mandate);
        }
        model.addAttribute("offer", offer)
                .addAttribute("seal", seals.find(offer.seal()).orElseThrow())
                .addAttribute("keys", acceptances.keysOf(me.personId()));
        return offer.status() == MandateStatus.OFFERED ? "mandate/acceptance" : "mandate/gone";
    }

    @PostMapping("/mandates/offers/{id}")
    String accept(
            @AuthenticationPrincipal AccountPrincipal me,
            @PathVariable String id,
            @ModelAttribute("form") AcceptanceForm form,
            BindingResult errors,
            Locale locale,
            Model model,
            RedirectAttributes flash) {
        UUID mandate = Paths.mandate(id);
        if (form.key() == null) {
            errors.rejectValue("key", "mandate.acceptance.key.missing");
            return show(me, id, form, model);
        }
        switch (acceptances.accept(me.personId(), mandate, code(form.code()), form.key())) {
            case AcceptanceResult.Accepted accepted -> {
                flash.addFlashAttribute("notice", messages.getMessage("mandate.acceptance.done", null, locale));
                return Paths.toMandate(mandate);
            }
            case AcceptanceResult.KeyNotAccepted refused -> errors.rejectValue("key", "mandate.acceptance.key.missing");
            case AcceptanceResult.Gone gone -> {}
        }
        return show(me, id, form, model);
    }

    /** Turns the offer down. */
    @PostMapping("/mandates/offers/{id}/refusal")
    String decline(
            @AuthenticationPrincipal AccountPrincipal me,
            @PathVariable String id,
            @ModelAttribute("form") AcceptanceForm form,
            Locale locale,
            RedirectAttributes flash) {
        try {
            acceptances.decline(me.personId(), Paths.mandate(id), code(form.code()));
            flash.addFlashAttribute("notice", messages.getMessage("mandate.acceptance.declined", null, locale));
        } catch (IllegalMandateStepException e) {
            flash.addFlashAttribute("problem", "mandate.overtaken");
        }
        return "redirect:/mandates";
    }

    private static @Nullable InvitationCode code(@Nullable String typed) {
        return typed == null ? null : InvitationCode.parse(typed).orElse(null);
    }
}
