package org.yinxin.verification.document;

import org.yinxin.seal.ses.SealSignature;
import org.yinxin.seal.ses.SignatureCheck;
import org.yinxin.seal.ses.SignatureFinding;
import org.yinxin.seal.ses.SignatureReport;
import org.yinxin.seal.ses.SignedBytes;
import org.yinxin.verification.Check;
import org.yinxin.verification.CheckCode;

/** Whether the seal in a GM signature is one that a maker whom we know made, used within its period. */
final class SealStructureCheck {

    private SealStructureCheck() {}

    static Check genuine(SealSignature signature, SignedBytes data, Trust trust) {
        SignatureReport report = SignatureCheck.check(signature, data, trust.forSeals());
        SignatureFinding maker = report.finding(SignatureFinding.Step.MAKER_CHAIN);
        String name = signature.seal().content().name();
        if (maker.outcome() == SignatureFinding.Outcome.FAILED) {
            return maker.reason() == SignatureFinding.Reason.ISSUER_UNKNOWN
                    ? Check.indeterminate(CheckCode.SEAL_GENUINE, "maker-unknown", name)
                    : Check.failed(CheckCode.SEAL_GENUINE, "maker-not-valid", name);
        }
        SignatureFinding period = report.finding(SignatureFinding.Step.SEAL_VALIDITY);
        if (period.outcome() == SignatureFinding.Outcome.FAILED) {
            return Check.failed(
                    CheckCode.SEAL_GENUINE,
                    "outside-period",
                    signature.seal().content().validFrom(),
                    signature.seal().content().validTo());
        }
        return maker.outcome() == SignatureFinding.Outcome.PASSED && period.outcome() == SignatureFinding.Outcome.PASSED
                ? Check.passed(CheckCode.SEAL_GENUINE, name)
                : Check.indeterminate(CheckCode.SEAL_GENUINE, "maker-unknown", name);
    }
}
