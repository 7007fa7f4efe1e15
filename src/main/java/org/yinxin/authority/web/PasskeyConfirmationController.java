package org.yinxin.authority.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRequestOptions;
import org.springframework.security.web.webauthn.authentication.HttpSessionPublicKeyCredentialRequestOptionsRepository;
import org.springframework.security.web.webauthn.authentication.PublicKeyCredentialRequestOptionsRepository;
import org.springframework.security.web.webauthn.management.ImmutablePublicKeyCredentialRequestOptionsRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyAuthenticationRequest;
import org.springframework.security.web.webauthn.management.WebAuthnRelyingPartyOperations;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.yinxin.account.AccountPrincipal;
import org.yinxin.account.Confirmations;
import org.yinxin.authority.PasskeyHolders;
import org.yinxin.site.RateLimits;
import org.yinxin.site.WayBack;

/** A passkey in the place of the password, where a person shows once more that the account is theirs. */
@Controller
@RequestMapping(PasskeyConfirmationController.PATH)
class PasskeyConfirmationController {

    static final String PATH = "/account/confirmation";

    private final WebAuthnRelyingPartyOperations operations;
    private final PasskeyHolders holders;
    private final Confirmations confirmations;
    private final RateLimits limits;
    private final PublicKeyCredentialRequestOptionsRepository asked =
            new HttpSessionPublicKeyCredentialRequestOptionsRepository();

    PasskeyConfirmationController(
            WebAuthnRelyingPartyOperations operations,
            PasskeyHolders holders,
            Confirmations confirmations,
            RateLimits limits) {
        this.operations = operations;
        this.holders = holders;
        this.confirmations = confirmations;
        this.limits = limits;
    }

    @PostMapping("/passkey-options")
    ResponseEntity<String> options(
            @AuthenticationPrincipal AccountPrincipal person,
            Authentication authentication,
            HttpServletRequest request,
            HttpServletResponse response) {
        Asking.count(limits, person);
        PublicKeyCredentialRequestOptions options = operations.createCredentialRequestOptions(
                new ImmutablePublicKeyCredentialRequestOptionsRequest(authentication));
        asked.save(request, response, options);
        return PasskeyJson.answer(options);
    }

    @PostMapping("/passkey")
    String confirm(
            @AuthenticationPrincipal AccountPrincipal person,
            @RequestParam(defaultValue = "") String answer,
            @RequestParam(required = false) @Nullable String back,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        Asking.count(limits, person);
        String goingOn = WayBack.safe(back, KeysController.PATH);
        PublicKeyCredentialRequestOptions options = asked.load(request);
        asked.save(request, response, null);
        if (options == null || !isOf(person, options, answer)) {
            redirect.addAttribute("back", goingOn).addFlashAttribute("passkeyRefused", true);
            return "redirect:" + PATH;
        }
        confirmations.confirmed(request, person.personId());
        return "redirect:" + goingOn;
    }

    private boolean isOf(AccountPrincipal person, PublicKeyCredentialRequestOptions options, String answer) {
        try {
            return holders.holderOf(new RelyingPartyAuthenticationRequest(options, PasskeyJson.assertion(answer)))
                    .filter(person.personId()::equals)
                    .isPresent();
        } catch (RuntimeException e) {
            return false;
        }
    }
}
