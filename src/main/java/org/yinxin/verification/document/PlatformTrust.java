package org.yinxin.verification.document;

import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.yinxin.pki.BouncyCastle;
import org.yinxin.pki.CertificateAuthority;
import org.yinxin.pki.CertificateRole;
import org.yinxin.pki.KeyAlgorithm;

/** Whom the platform believes: its own authority, with the lists of the moment. */
@Component
class PlatformTrust {

    private final CertificateAuthority authority;
    private final Map<String, ReadList> lists = new ConcurrentHashMap<>();

    PlatformTrust(CertificateAuthority authority) {
        this.authority = authority;
    }

    Trust now() {
        return new Trust(
                each(authority::root),
                each(algorithm -> authority.certificate(CertificateRole.ISSUING, algorithm)),
                Stream.concat(
                                each(algorithm -> list(CertificateRole.ISSUING, algorithm)).stream(),
                                each(algorithm -> list(CertificateRole.ROOT, algorithm)).stream())
                        .toList());
    }

    private static <T> List<T> each(Function<KeyAlgorithm, T> what) {
        return Arrays.stream(KeyAlgorithm.values()).map(what).toList();
    }

    private X509CRL list(CertificateRole role, KeyAlgorithm algorithm) {
        byte[] der = authority.crl(role, algorithm);
        return lists.compute(
                        role + " " + algorithm,
                        (key, kept) ->
                                kept != null && Arrays.equals(kept.der(), der) ? kept : new ReadList(der, read(der)))
                .list();
    }

    private static X509CRL read(byte[] der) {
        try {
            return (X509CRL) CertificateFactory.getInstance("X.509", BouncyCastle.PROVIDER)
                    .generateCRL(new ByteArrayInputStream(der));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Our own revocation list cannot be read", e);
        }
    }

    /** A list as it was last read: a long one takes its time. */
    private record ReadList(byte[] der, X509CRL list) {}
}
