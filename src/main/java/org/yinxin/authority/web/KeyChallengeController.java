package org.yinxin.authority.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialCreationOptions;
import org.springframework.security.web.webauthn.management.ImmutablePublicKeyCredentialCreationOptionsRequest;
import org.springframework.security.web.webauthn.management.WebAuthnRelyingPartyOperations;
import org.springframework.security.web.webauthn.registration.PublicKeyCredentialCreationOptionsRepository;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.yinxin.account.AccountPrincipal;
import org.yinxin.account.Confirmations;
import org.yinxin.authority.DemonstrationKeyPairs;
import org.yinxin.authority.EnrolmentChallenge;
import org.yinxin.authority.KeyEnrolment;
import org.yinxin.authority.KeyMethod;
import org.yinxin.site.RateLimits;

/** What {@code signing.js} asks for before it makes a key, and a demonstration's key for its owner's browser. */
@Controller
@RequestMapping(KeysController.PATH)
class KeyChallengeController {

    private final WebAuthnRelyingPartyOperations operations;
    private final PublicKeyCredentialCreationOptionsRepository passkeyOptions;
    private final KeyEnrolment enrolment;
    private final DemonstrationKeyPairs demonstration;
    private final OpenChallenges challenges;
    private final Confirmations confirmations;
    private final RateLimits limits;

    KeyChallengeController(
            WebAuthnRelyingPartyOperations operations,
            PublicKeyCredentialCreationOptionsRepository passkeyOptions,
            KeyEnrolment enrolment,
            DemonstrationKeyPairs demonstration,
            OpenChallenges challenges,
            Confirmations confirmations,
            RateLimits limits) {
        this.operations = operations;
        this.passkeyOptions = passkeyOptions;
        this.enrolment = enrolment;
        this.demonstration = demonstration;
        this.challenges = challenges;
        this.confirmations = confirmations;
        this.limits = limits;
    }

    @PostMapping("/passkey-options")
    ResponseEntity<String> passkeyOptions(
            @AuthenticationPrincipal AccountPrincipal person,
            Authentication authentication,
            HttpServletRequest request,
            HttpServletResponse response) {
        confirmations.demand(request, person.personId(), EnrolmentController.PATH);
        Asking.count(limits, person);
        PublicKeyCredentialCreationOptions options = operations.createPublicKeyCredentialCreationOptions(
                new ImmutablePublicKeyCredentialCreationOptionsRequest(authentication));
        passkeyOptions.save(request, response, options);
        return PasskeyJson.answer(options);
    }

    @PostMapping("/browser-challenge")
    ResponseEntity<String> browserChallenge(
            @AuthenticationPrincipal AccountPrincipal person, HttpServletRequest request) {
        Asking.demandCitizen(person);
        confirmations.demand(request, person.personId(), EnrolmentController.PATH);
        Asking.count(limits, person);
        EnrolmentChallenge challenge = enrolment.challenge(person.personId());
        challenges.put(request, KeyMethod.BROWSER, challenge);
        return PasskeyJson.answer(Map.of("keyId", challenge.keyId().toString(), "statement", challenge.statement()));
    }

    @PostMapping("/{id}/demonstration")
    ResponseEntity<String> demonstrationKey(@AuthenticationPrincipal AccountPrincipal person, @PathVariable UUID id) {
        Asking.count(limits, person);
        return PasskeyJson.answer(demonstration.of(person.personId(), id));
    }
}
