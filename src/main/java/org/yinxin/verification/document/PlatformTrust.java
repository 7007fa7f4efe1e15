package org.yinxin.verification.document;

import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.util.List;
import org.springframework.stereotype.Component;
import org.yinxin.pki.CertificateAuthority;
import org.yinxin.pki.CertificateRole;
import org.yinxin.pki.KeyAlgorithm;

/** Whom the platform believes: its own authority, with the lists of the moment. */
@Component
class PlatformTrust {

    private final CertificateAuthority authority;

    PlatformTrust(CertificateAuthority authority) {
        this.authority = authority;
    }

    Trust now() {
        return new Trust(
                List.of(authority.root(KeyAlgorithm.P256)),
                List.of(authority.certificate(CertificateRole.ISSUING, KeyAlgorithm.P256)),
                List.of(list(CertificateRole.ISSUING), list(CertificateRole.ROOT)));
    }

    private X509CRL list(CertificateRole role) {
        try {
            byte[] der = authority.crl(role, KeyAlgorithm.P256);
            return (X509CRL) CertificateFactory.getInstance("X.509").generateCRL(new ByteArrayInputStream(der));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Our own revocation list cannot be read", e);
        }
    }
}
