package org.yinxin.authority;

import com.webauthn4j.util.exception.WebAuthnException;
import com.webauthn4j.verifier.exception.BadChallengeException;
import com.webauthn4j.verifier.exception.BadOriginException;
import com.webauthn4j.verifier.exception.BadRpIdException;
import com.webauthn4j.verifier.exception.CrossOriginException;
import com.webauthn4j.verifier.exception.NotAllowedAlgorithmException;
import com.webauthn4j.verifier.exception.UserNotPresentException;
import com.webauthn4j.verifier.exception.UserNotVerifiedException;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.webauthn.api.AuthenticatorAttestationResponse;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.api.PublicKeyCredential;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialCreationOptions;
import org.springframework.security.web.webauthn.management.ImmutableRelyingPartyRegistrationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyPublicKey;
import org.springframework.security.web.webauthn.management.WebAuthnRelyingPartyOperations;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yinxin.account.AccountBook;
import org.yinxin.account.AccountEventKind;
import org.yinxin.account.Origin;

/** Takes a passkey in: what an authenticator answered to the options that it was given (WebAuthn Level 3, 7.1). */
@Service
@Transactional
public class PasskeyEnrolment {

    private final WebAuthnRelyingPartyOperations operations;
    private final PasskeyRecords passkeys;
    private final Holders holders;
    private final KeyBook keys;
    private final AccountBook history;

    PasskeyEnrolment(
            WebAuthnRelyingPartyOperations operations,
            PasskeyRecords passkeys,
            Holders holders,
            KeyBook keys,
            AccountBook history) {
        this.operations = operations;
        this.passkeys = passkeys;
        this.holders = holders;
        this.keys = keys;
        this.history = history;
    }

    /**
     * @param options what this person's session was given, and gives away with this; null when there are none
     * @throws KeyRefusedException when the passkey is not taken
     */
    public KeyView enrol(
            UUID personId,
            String label,
            PublicKeyCredential<AuthenticatorAttestationResponse> answer,
            @Nullable PublicKeyCredentialCreationOptions options,
            Origin origin) {
        if (options == null || !isFor(personId, options)) {
            throw new KeyRefusedException(KeyRefusal.CHALLENGE_GONE);
        }
        if (passkeys.findByCredentialId(answer.getRawId()) != null) {
            throw new KeyRefusedException(KeyRefusal.ALREADY_ENROLLED);
        }
        CredentialRecord taken = take(new ImmutableRelyingPartyRegistrationRequest(
                options, new RelyingPartyPublicKey(answer, Labels.check(label))));
        history.enter(personId, AccountEventKind.KEY_ENROLLED, origin);
        String credentialId = taken.getCredentialId().toBase64UrlString();
        return keys.of(personId).stream()
                .filter(key -> credentialId.equals(key.credentialId()))
                .findFirst()
                .orElseThrow();
    }

    private boolean isFor(UUID personId, PublicKeyCredentialCreationOptions options) {
        return Arrays.equals(options.getUser().getId().getBytes(), holders.handleOf(personId));
    }

    private CredentialRecord take(ImmutableRelyingPartyRegistrationRequest request) {
        try {
            return operations.registerCredential(request);
        } catch (WebAuthnException e) {
            throw new KeyRefusedException(refusal(e));
        } catch (IllegalArgumentException e) {
            throw new KeyRefusedException(KeyRefusal.NOT_UNDERSTOOD);
        }
    }

    private static KeyRefusal refusal(WebAuthnException problem) {
        return switch (problem) {
            case BadChallengeException challenge -> KeyRefusal.CHALLENGE_GONE;
            case BadOriginException origin -> KeyRefusal.WRONG_SITE;
            case BadRpIdException site -> KeyRefusal.WRONG_SITE;
            case CrossOriginException frame -> KeyRefusal.WRONG_SITE;
            case UserNotVerifiedException unverified -> KeyRefusal.NOT_VERIFIED;
            case UserNotPresentException absent -> KeyRefusal.NOT_VERIFIED;
            case NotAllowedAlgorithmException algorithm -> KeyRefusal.WRONG_CURVE;
            default -> KeyRefusal.NOT_UNDERSTOOD;
        };
    }
}
