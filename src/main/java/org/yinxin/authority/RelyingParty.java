package org.yinxin.authority;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.web.webauthn.api.AttestationConveyancePreference;
import org.springframework.security.web.webauthn.api.AuthenticatorSelectionCriteria;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialParameters;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRpEntity;
import org.springframework.security.web.webauthn.api.ResidentKeyRequirement;
import org.springframework.security.web.webauthn.api.UserVerificationRequirement;
import org.springframework.security.web.webauthn.management.WebAuthnRelyingPartyOperations;
import org.springframework.security.web.webauthn.management.Webauthn4JRelyingPartyOperations;

/** What this site asks of authenticators: P-256 as the contract checks it, and that they check who touches them. */
@Configuration(proxyBeanMethods = false)
class RelyingParty {

    private static final String NAME = "Yinxin 印信";

    @Bean
    WebAuthnRelyingPartyOperations relyingPartyOperations(
            HolderEntities holders, PasskeyRecords passkeys, PasskeySite site) {
        PublicKeyCredentialRpEntity self = PublicKeyCredentialRpEntity.builder()
                .id(site.relyingParty())
                .name(NAME)
                .build();
        Webauthn4JRelyingPartyOperations operations =
                new Webauthn4JRelyingPartyOperations(holders, passkeys, self, site.origins());
        operations.setCustomizeCreationOptions(options -> options.attestation(AttestationConveyancePreference.NONE)
                .pubKeyCredParams(PublicKeyCredentialParameters.ES256)
                .authenticatorSelection(AuthenticatorSelectionCriteria.builder()
                        .userVerification(UserVerificationRequirement.REQUIRED)
                        .residentKey(ResidentKeyRequirement.REQUIRED)
                        .build()));
        operations.setCustomizeRequestOptions(
                options -> options.userVerification(UserVerificationRequirement.REQUIRED));
        return operations;
    }
}
