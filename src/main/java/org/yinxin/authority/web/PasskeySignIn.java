package org.yinxin.authority.web;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.webauthn.authentication.WebAuthnAuthenticationRequestToken;
import org.yinxin.account.AccountPrincipal;
import org.yinxin.account.PasskeyAdmission;
import org.yinxin.account.SignInAttempt;
import org.yinxin.authority.PasskeyHolders;

/** Lets in whoever holds a passkey that is enrolled here, as the same principal as a password does. */
final class PasskeySignIn implements AuthenticationProvider {

    private final PasskeyHolders holders;
    private final PasskeyAdmission admission;

    PasskeySignIn(PasskeyHolders holders, PasskeyAdmission admission) {
        this.holders = holders;
        this.admission = admission;
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return WebAuthnAuthenticationRequestToken.class.isAssignableFrom(authentication);
    }

    @Override
    public Authentication authenticate(Authentication token) {
        WebAuthnAuthenticationRequestToken given = (WebAuthnAuthenticationRequestToken) token;
        SignInAttempt attempt = attempt(given.getDetails());
        UUID personId = holders.holderOf(given.getWebAuthnRequest()).orElseThrow(admission::refused);
        AccountPrincipal principal = admission.admit(personId, attempt.origin());
        UsernamePasswordAuthenticationToken signedIn =
                UsernamePasswordAuthenticationToken.authenticated(principal, null, principal.getAuthorities());
        // Without these, the whole network address would be kept with the session.
        signedIn.setDetails(attempt.origin());
        return signedIn;
    }

    private static SignInAttempt attempt(@Nullable Object details) {
        if (details instanceof SignInAttempt attempt) {
            return attempt;
        }
        throw new IllegalArgumentException("A sign-in needs the place it comes from");
    }
}
