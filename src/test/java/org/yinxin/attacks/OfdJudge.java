package org.yinxin.attacks;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.yinxin.seal.ses.SealTrust;
import org.yinxin.seal.ses.SignatureFinding;
import org.yinxin.seal.ses.SignatureFinding.Outcome;
import org.yinxin.sealing.ofd.OfdLimits;
import org.yinxin.sealing.ofd.OfdRefusedException;
import org.yinxin.sealing.ofd.verification.OfdFinding;
import org.yinxin.sealing.ofd.verification.OfdVerification;
import org.yinxin.sealing.ofd.verification.OfdVerifier;
import org.yinxin.sealing.ofd.verification.VerifiedSignature;

/** What the engine says of an OFD file, in one word. */
final class OfdJudge {

    static final String VALID = "VALID";

    private final SealTrust trust;

    OfdJudge(X509Certificate root, Set<X509Certificate> revoked) {
        trust = new SealTrust() {
            @Override
            public Collection<X509Certificate> issuers() {
                return List.of(root);
            }

            @Override
            public Revocation revocation(X509Certificate certificate, Instant at) {
                return revoked.contains(certificate) ? Revocation.REVOKED : Revocation.GOOD;
            }
        };
    }

    String judge(byte[] file) {
        OfdVerification found;
        try {
            found = OfdVerifier.verify(file, OfdLimits.standard(), trust);
        } catch (OfdRefusedException e) {
            return e.reason().name();
        }
        for (VerifiedSignature signature : found.signatures()) {
            String flaw = flaw(signature);
            if (!flaw.equals(VALID)) {
                return flaw;
            }
        }
        if (found.lists() != OfdVerification.ListState.WHOLE) {
            return found.lists().name();
        }
        return found.signatures().isEmpty() ? "NOT_SEALED" : VALID;
    }

    private static String flaw(VerifiedSignature signature) {
        for (OfdFinding finding : signature.findings()) {
            if (finding.outcome() == Outcome.FAILED || finding.outcome() == Outcome.INDETERMINATE) {
                return finding.reason().name();
            }
        }
        if (signature.report() != null) {
            for (SignatureFinding finding : signature.report().findings()) {
                if (finding.outcome() == Outcome.FAILED || finding.outcome() == Outcome.INDETERMINATE) {
                    return finding.step() + ":" + finding.reason();
                }
            }
        }
        return signature.outcome() == Outcome.PASSED
                ? VALID
                : signature.outcome().name();
    }
}
