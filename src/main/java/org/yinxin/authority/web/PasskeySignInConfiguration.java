package org.yinxin.authority.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.authentication.session.SessionAuthenticationStrategy;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.webauthn.authentication.HttpSessionPublicKeyCredentialRequestOptionsRepository;
import org.springframework.security.web.webauthn.authentication.PublicKeyCredentialRequestOptionsFilter;
import org.springframework.security.web.webauthn.authentication.PublicKeyCredentialRequestOptionsRepository;
import org.springframework.security.web.webauthn.management.WebAuthnRelyingPartyOperations;
import org.springframework.security.web.webauthn.registration.HttpSessionPublicKeyCredentialCreationOptionsRepository;
import org.springframework.security.web.webauthn.registration.PublicKeyCredentialCreationOptionsRepository;
import org.yinxin.account.PasskeyAdmission;
import org.yinxin.authority.PasskeyHolders;
import org.yinxin.site.SignInCustomizer;

/** Signing in with a passkey, beside the password: the same way in afterwards, the same new session. */
@Configuration(proxyBeanMethods = false)
class PasskeySignInConfiguration {

    static final String OPTIONS = PasskeySignInFilter.PATH + "/options";

    @Bean
    PublicKeyCredentialCreationOptionsRepository passkeyCreationOptions() {
        return new HttpSessionPublicKeyCredentialCreationOptionsRepository();
    }

    @Bean
    SignInCustomizer signInWithPasskeys(
            WebAuthnRelyingPartyOperations operations,
            PasskeyHolders holders,
            PasskeyAdmission admission,
            AuthenticationSuccessHandler success,
            AuthenticationFailureHandler failure) {
        PublicKeyCredentialRequestOptionsRepository asked =
                new HttpSessionPublicKeyCredentialRequestOptionsRepository();
        PublicKeyCredentialRequestOptionsFilter options = new PublicKeyCredentialRequestOptionsFilter(operations);
        options.setRequestMatcher(PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.POST, OPTIONS));
        options.setRequestOptionsRepository(asked);
        PasskeySignInFilter filter = new PasskeySignInFilter(asked, admission);
        filter.setAuthenticationManager(new ProviderManager(new PasskeySignIn(holders, admission)));
        filter.setAuthenticationSuccessHandler(success);
        filter.setAuthenticationFailureHandler(failure);
        filter.setSecurityContextRepository(new HttpSessionSecurityContextRepository());
        return http -> http.with(new Entrance(filter, options), Customizer.withDefaults());
    }

    /** Puts the filters in place once the chain knows how it renews sessions. */
    private static final class Entrance extends AbstractHttpConfigurer<Entrance, HttpSecurity> {

        private final PasskeySignInFilter filter;
        private final PublicKeyCredentialRequestOptionsFilter options;

        private Entrance(PasskeySignInFilter filter, PublicKeyCredentialRequestOptionsFilter options) {
            this.filter = filter;
            this.options = options;
        }

        @Override
        public void configure(HttpSecurity http) {
            filter.setSessionAuthenticationStrategy(http.getSharedObject(SessionAuthenticationStrategy.class));
            http.addFilterAfter(filter, UsernamePasswordAuthenticationFilter.class)
                    .addFilterAfter(options, UsernamePasswordAuthenticationFilter.class);
        }
    }
}
