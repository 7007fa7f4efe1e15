package org.yinxin.verification.document;

import static org.yinxin.verification.document.OfdFileChecks.slug;

import java.util.Optional;
import org.yinxin.seal.ses.SealSignature;
import org.yinxin.seal.ses.SignatureFinding.Outcome;
import org.yinxin.seal.ses.SignatureFinding.Reason;
import org.yinxin.seal.ses.SignatureFinding.Step;
import org.yinxin.seal.ses.SignatureReport;
import org.yinxin.verification.Check;
import org.yinxin.verification.CheckCode;

/** What is asked of the seal in a signature, and of its time stamp. */
final class OfdSealChecks {

    private OfdSealChecks() {}

    static Check genuine(SealSignature signature, SignatureReport report) {
        String name = signature.seal().content().name();
        var made = report.finding(Step.MAKER_SIGNATURE);
        if (made.outcome() != Outcome.PASSED) {
            return made.outcome() == Outcome.FAILED
                    ? Check.failed(CheckCode.SEAL_GENUINE, "maker-signature-wrong", name)
                    : Check.indeterminate(CheckCode.SEAL_GENUINE, "maker-algorithm", name);
        }
        var period = report.finding(Step.SEAL_VALIDITY);
        if (period.outcome() == Outcome.FAILED) {
            return Check.failed(
                    CheckCode.SEAL_GENUINE,
                    "outside-period",
                    signature.seal().content().validFrom(),
                    signature.seal().content().validTo());
        }
        var chain = report.finding(Step.MAKER_CHAIN);
        return switch (chain.outcome()) {
            case FAILED -> Check.failed(CheckCode.SEAL_GENUINE, "maker-not-valid", name);
            case PASSED ->
                period.outcome() == Outcome.PASSED
                        ? Check.passed(CheckCode.SEAL_GENUINE, name)
                        : Check.indeterminate(CheckCode.SEAL_GENUINE, "time-unknown", name);
            case INDETERMINATE, SKIPPED ->
                Check.indeterminate(
                        CheckCode.SEAL_GENUINE,
                        chain.reason() == Reason.REVOCATION_UNKNOWN ? "maker-revocation-unknown" : "maker-unknown",
                        name);
        };
    }

    static Check listed(SignatureReport report) {
        var listed = report.finding(Step.SIGNER_LISTED);
        return switch (listed.outcome()) {
            case PASSED -> Check.passed(CheckCode.SIGNER_LISTED);
            case FAILED -> Check.failed(CheckCode.SIGNER_LISTED, slug(listed.reason()));
            case INDETERMINATE -> Check.indeterminate(CheckCode.SIGNER_LISTED, slug(listed.reason()));
            case SKIPPED -> Check.skipped(CheckCode.SIGNER_LISTED);
        };
    }

    /** A time stamp of an authority that we do not know proves nothing to us, and takes nothing away either. */
    static Optional<Check> timeStamp(SignatureReport report) {
        var stamp = report.finding(Step.TIME_STAMP);
        return switch (stamp.outcome()) {
            case PASSED ->
                report.provenTime() == null
                        ? Optional.empty()
                        : Optional.of(Check.passed(CheckCode.TIME_STAMP, report.provenTime(), 1));
            case FAILED -> Optional.of(Check.failed(CheckCode.TIME_STAMP, slug(stamp.reason())));
            case INDETERMINATE -> Optional.of(Check.passedBecause(CheckCode.TIME_STAMP, "unknown-authority"));
            case SKIPPED -> Optional.empty();
        };
    }
}
