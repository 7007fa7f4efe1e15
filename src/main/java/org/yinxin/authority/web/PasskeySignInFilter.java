package org.yinxin.authority.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpMethod;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.AbstractAuthenticationProcessingFilter;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRequestOptions;
import org.springframework.security.web.webauthn.authentication.PublicKeyCredentialRequestOptionsRepository;
import org.springframework.security.web.webauthn.authentication.WebAuthnAuthenticationRequestToken;
import org.springframework.security.web.webauthn.management.RelyingPartyAuthenticationRequest;
import org.yinxin.account.PasskeyAdmission;
import org.yinxin.account.SignInAttempt;

/** Takes the passkey's answer out of the sign-in page's form; the challenge is given away with it. */
final class PasskeySignInFilter extends AbstractAuthenticationProcessingFilter {

    static final String PATH = "/sign-in/passkey";

    private final PublicKeyCredentialRequestOptionsRepository asked;
    private final PasskeyAdmission admission;

    PasskeySignInFilter(PublicKeyCredentialRequestOptionsRepository asked, PasskeyAdmission admission) {
        super(PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.POST, PATH));
        this.asked = asked;
        this.admission = admission;
    }

    @Override
    public Authentication attemptAuthentication(HttpServletRequest request, HttpServletResponse response) {
        PublicKeyCredentialRequestOptions options = asked.load(request);
        String answer = request.getParameter("answer");
        if (options == null || answer == null) {
            throw admission.refused();
        }
        asked.save(request, response, null);
        WebAuthnAuthenticationRequestToken token = new WebAuthnAuthenticationRequestToken(read(options, answer));
        token.setDetails(SignInAttempt.of(request));
        return getAuthenticationManager().authenticate(token);
    }

    private RelyingPartyAuthenticationRequest read(PublicKeyCredentialRequestOptions options, String answer) {
        try {
            return new RelyingPartyAuthenticationRequest(options, PasskeyJson.assertion(answer));
        } catch (RuntimeException e) {
            throw admission.refused();
        }
    }
}
