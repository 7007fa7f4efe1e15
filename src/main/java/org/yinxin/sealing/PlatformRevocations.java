package org.yinxin.sealing;

import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.yinxin.pki.BouncyCastle;
import org.yinxin.pki.CertificateAuthority;
import org.yinxin.pki.CertificateRole;
import org.yinxin.pki.KeyAlgorithm;
import org.yinxin.sealing.pdf.RevocationSource;

/** Our own authorities' revocation lists (RFC 5280, clause 5), taken from our books and not from the network. */
@Component
class PlatformRevocations implements RevocationSource {

    private final CertificateAuthority authority;

    PlatformRevocations(CertificateAuthority authority) {
        this.authority = authority;
    }

    @Override
    public Collection<X509Certificate> issuers() {
        return Stream.of(CertificateRole.ROOT, CertificateRole.ISSUING)
                .flatMap(role -> authority.certificates(role, KeyAlgorithm.P256).stream())
                .toList();
    }

    @Override
    public Optional<Proof> proof(X509Certificate certificate, X509Certificate issuer) {
        List<byte[]> lists = issuers().contains(issuer) ? authority.crls(KeyAlgorithm.P256) : List.of();
        return lists.stream()
                .filter(list -> isOf(list, issuer))
                .findFirst()
                .map(list -> new Proof(Proof.Kind.CRL, list));
    }

    private static boolean isOf(byte[] list, X509Certificate issuer) {
        try {
            X509CRL crl = (X509CRL) CertificateFactory.getInstance("X.509", BouncyCastle.PROVIDER)
                    .generateCRL(new ByteArrayInputStream(list));
            if (!crl.getIssuerX500Principal().equals(issuer.getSubjectX500Principal())) {
                return false;
            }
            crl.verify(issuer.getPublicKey(), BouncyCastle.PROVIDER);
            return true;
        } catch (GeneralSecurityException e) {
            return false;
        }
    }
}
