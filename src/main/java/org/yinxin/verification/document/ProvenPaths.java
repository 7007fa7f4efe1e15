package org.yinxin.verification.document;

import java.security.GeneralSecurityException;
import java.security.cert.CertPath;
import java.security.cert.CertPathValidator;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.yinxin.pki.BouncyCastle;
import org.yinxin.pki.Recent;

/** Remembers which paths were found sound: what is asked of them does not change, and a seal signs many documents. */
final class ProvenPaths {

    private static final int MOST = 2_000;
    private static final Map<Proven, Boolean> PROVEN = Recent.map(MOST);

    private ProvenPaths() {}

    private record Proven(List<X509Certificate> path, List<X509Certificate> roots) {}

    /**
     * Signatures, constraints, key usages and path lengths (RFC 5280, 6), at a moment when all certificates were valid;
     * times and revocation are judged apart, each time.
     *
     * @param path from the signer up to but without the root
     */
    static boolean isSound(List<X509Certificate> path, List<X509Certificate> roots) {
        Proven asked = new Proven(List.copyOf(path), List.copyOf(roots));
        if (PROVEN.containsKey(asked)) {
            return true;
        }
        boolean sound = verify(path, roots);
        if (sound) {
            PROVEN.put(asked, true);
        }
        return sound;
    }

    private static boolean verify(List<X509Certificate> path, List<X509Certificate> roots) {
        try {
            CertPath certPath = CertificateFactory.getInstance("X.509", BouncyCastle.PROVIDER)
                    .generateCertPath(path);
            PKIXParameters parameters = new PKIXParameters(
                    roots.stream().map(root -> new TrustAnchor(root, null)).collect(Collectors.toSet()));
            parameters.setRevocationEnabled(false);
            parameters.setDate(path.getFirst().getNotBefore());
            CertPathValidator.getInstance("PKIX", BouncyCastle.PROVIDER).validate(certPath, parameters);
            boolean[] usage = path.getFirst().getKeyUsage();
            return usage == null || usage[0] || usage[1];
        } catch (GeneralSecurityException e) {
            return false;
        }
    }
}
