package org.yinxin.verification.document;

import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import org.yinxin.pki.BouncyCastle;
import org.yinxin.pki.CertificateAuthority;
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
        return new Trust(each(authority::roots), each(authority::intermediates), each(this::lists));
    }

    private static <T> List<T> each(Function<KeyAlgorithm, List<T>> what) {
        return Arrays.stream(KeyAlgorithm.values())
                .flatMap(algorithm -> what.apply(algorithm).stream())
                .toList();
    }

    /** Of every generation of authorities, in an order that stays. */
    private List<X509CRL> lists(KeyAlgorithm algorithm) {
        List<X509CRL> present = new ArrayList<>();
        for (byte[] der : authority.crls(algorithm)) {
            String key = algorithm + " " + present.size();
            present.add(lists.compute(
                            key,
                            (same, kept) -> kept != null && Arrays.equals(kept.der(), der)
                                    ? kept
                                    : new ReadList(der, read(der)))
                    .list());
        }
        return present;
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
