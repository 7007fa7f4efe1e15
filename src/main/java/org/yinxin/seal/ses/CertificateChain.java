package org.yinxin.seal.ses;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Collection;
import org.yinxin.seal.ses.SignatureFinding.Reason;
import org.yinxin.seal.ses.SignatureFinding.Step;

/** Whether a certificate is one of our trusted issuers', good at a moment. */
final class CertificateChain {

    private static final int DIGITAL_SIGNATURE = 0;
    private static final int NON_REPUDIATION = 1;
    private static final int CERTIFICATE_SIGNING = 5;

    private CertificateChain() {}

    static SignatureFinding check(
            Step step, KnownCertificate certificate, Collection<X509Certificate> issuers, Instant at) {
        X509Certificate issuer =
                issuers.stream().filter(certificate::issuedBy).findFirst().orElse(null);
        if (issuer == null) {
            return SignatureFinding.unknown(step, Reason.ISSUER_UNKNOWN);
        }
        if (!maySignCertificates(issuer)) {
            return SignatureFinding.failed(step, Reason.NOT_AUTHORITY);
        }
        return validity(issuer, at) == Reason.HOLDS
                ? SignatureFinding.passed(step)
                : SignatureFinding.failed(step, Reason.ISSUER_NOT_VALID_THEN);
    }

    static Reason validity(X509Certificate certificate, Instant at) {
        if (at.isBefore(certificate.getNotBefore().toInstant())) {
            return Reason.NOT_YET_VALID;
        }
        return at.isAfter(certificate.getNotAfter().toInstant()) ? Reason.EXPIRED : Reason.HOLDS;
    }

    static boolean maySign(X509Certificate certificate) {
        boolean[] usage = certificate.getKeyUsage();
        return usage == null || usage[DIGITAL_SIGNATURE] || usage[NON_REPUDIATION];
    }

    private static boolean maySignCertificates(X509Certificate issuer) {
        boolean[] usage = issuer.getKeyUsage();
        return issuer.getBasicConstraints() >= 0 && (usage == null || usage[CERTIFICATE_SIGNING]);
    }
}
