package org.yinxin.authority;

import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.management.RelyingPartyAuthenticationRequest;
import org.springframework.security.web.webauthn.management.WebAuthnRelyingPartyOperations;
import org.springframework.stereotype.Service;

/** Whose passkey answered a sign-in's challenge (WebAuthn Level 3, 7.2). */
@Service
public class PasskeyHolders {

    private static final Logger log = LoggerFactory.getLogger(PasskeyHolders.class);

    private final WebAuthnRelyingPartyOperations operations;
    private final Holders holders;

    PasskeyHolders(WebAuthnRelyingPartyOperations operations, Holders holders) {
        this.operations = operations;
        this.holders = holders;
    }

    /** Nobody when the passkey is not enrolled here, was removed, or did not answer what was asked. */
    public Optional<UUID> holderOf(RelyingPartyAuthenticationRequest request) {
        try {
            byte[] handle = operations.authenticate(request).getId().getBytes();
            Bytes said = request.getPublicKey().getResponse().getUserHandle();
            return said == null || Arrays.equals(said.getBytes(), handle) ? holders.personOf(handle) : Optional.empty();
        } catch (RuntimeException e) {
            log.debug("A passkey did not open anything", e);
            return Optional.empty();
        }
    }
}
