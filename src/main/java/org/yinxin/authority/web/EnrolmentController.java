package org.yinxin.authority.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.web.webauthn.api.AuthenticatorAttestationResponse;
import org.springframework.security.web.webauthn.api.PublicKeyCredential;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialCreationOptions;
import org.springframework.security.web.webauthn.registration.PublicKeyCredentialCreationOptionsRepository;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.yinxin.account.AccountPrincipal;
import org.yinxin.account.Confirmations;
import org.yinxin.account.Origin;
import org.yinxin.account.Role;
import org.yinxin.authority.KeyEnrolment;
import org.yinxin.authority.KeyMethod;
import org.yinxin.authority.KeyRefusal;
import org.yinxin.authority.KeyRefusedException;
import org.yinxin.authority.KeyView;
import org.yinxin.authority.PasskeyEnrolment;
import org.yinxin.site.RateLimits;

/** Enrolling a passkey or a browser's key; leads back to wherever the key was needed. */
@Controller
@RequestMapping(EnrolmentController.PATH)
class EnrolmentController {

    static final String PATH = KeysController.PATH + "/new";

    private final PasskeyEnrolment passkeys;
    private final KeyEnrolment browserKeys;
    private final PublicKeyCredentialCreationOptionsRepository passkeyOptions;
    private final OpenChallenges challenges;
    private final Confirmations confirmations;
    private final RateLimits limits;
    private final MessageSource messages;

    EnrolmentController(
            PasskeyEnrolment passkeys,
            KeyEnrolment browserKeys,
            PublicKeyCredentialCreationOptionsRepository passkeyOptions,
            OpenChallenges challenges,
            Confirmations confirmations,
            RateLimits limits,
            MessageSource messages) {
        this.passkeys = passkeys;
        this.browserKeys = browserKeys;
        this.passkeyOptions = passkeyOptions;
        this.challenges = challenges;
        this.confirmations = confirmations;
        this.limits = limits;
        this.messages = messages;
    }

    @GetMapping
    String form(
            @AuthenticationPrincipal AccountPrincipal person,
            @RequestParam(required = false) @Nullable String back,
            HttpServletRequest request,
            Model model) {
        EnrolmentForm form = new EnrolmentForm("", null, "", back);
        confirmations.demand(request, person.personId(), form.address());
        model.addAttribute("form", form);
        return page(person, model);
    }

    @PostMapping
    String enrol(
            @AuthenticationPrincipal AccountPrincipal person,
            @ModelAttribute("form") EnrolmentForm form,
            BindingResult errors,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale,
            RedirectAttributes redirect,
            Model model) {
        confirmations.demand(request, person.personId(), form.address());
        Asking.count(limits, person);
        try {
            KeyView key = enrol(person, form, locale, request, response);
            redirect.addFlashAttribute(
                            "notice", messages.getMessage("authority.enrol.done", new Object[] {key.label()}, locale))
                    .addFlashAttribute("enrolledKey", key.id());
            return "redirect:" + form.back();
        } catch (KeyRefusedException e) {
            errors.reject(e.refusal().messageKey());
            return page(person, model);
        }
    }

    private KeyView enrol(
            AccountPrincipal person,
            EnrolmentForm form,
            Locale locale,
            HttpServletRequest request,
            HttpServletResponse response) {
        Origin origin = Origin.of(request);
        String label = label(form, origin, locale);
        if (form.method() == KeyMethod.PASSKEY) {
            PublicKeyCredentialCreationOptions options = passkeyOptions.load(request);
            passkeyOptions.save(request, response, null);
            return passkeys.enrol(person.personId(), label, attestation(form.answer()), options, origin);
        }
        Asking.demandCitizen(person);
        return browserKeys.browser(
                person.personId(), label, form.answer(), challenges.take(request, KeyMethod.BROWSER), origin);
    }

    private String label(EnrolmentForm form, Origin origin, Locale locale) {
        if (!form.label().isBlank()) {
            return form.label();
        }
        return origin.browser().isEmpty()
                ? messages.getMessage("authority.method." + form.method(), null, locale)
                : origin.browser();
    }

    private static PublicKeyCredential<AuthenticatorAttestationResponse> attestation(String answer) {
        try {
            return PasskeyJson.attestation(answer);
        } catch (RuntimeException e) {
            throw new KeyRefusedException(KeyRefusal.NOT_UNDERSTOOD);
        }
    }

    private static String page(AccountPrincipal person, Model model) {
        model.addAttribute("signs", person.role() == Role.CITIZEN);
        return "authority/enrolment";
    }
}
