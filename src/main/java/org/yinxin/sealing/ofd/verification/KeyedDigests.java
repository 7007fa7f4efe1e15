package org.yinxin.sealing.ofd.verification;

import java.util.ArrayList;
import java.util.List;
import org.yinxin.seal.ses.SignatureFinding;
import org.yinxin.seal.ses.SignatureFinding.Outcome;
import org.yinxin.seal.ses.SignatureFinding.Reason;
import org.yinxin.seal.ses.SignatureFinding.Step;
import org.yinxin.seal.ses.SignatureReport;
import org.yinxin.sealing.ofd.OfdSignature;

/**
 * Where parts are digested by an algorithm that is not supported (keyed SM3, say), the description was digested by it
 * too: that it does not match plain SM3 could not be checked, which is not the same as changed; and what the signer's
 * key may do is moot while nobody can tell whether it signed.
 */
final class KeyedDigests {

    private KeyedDigests() {}

    static SignatureReport weigh(OfdSignature description, SignatureReport report) {
        if (Coverage.supports(description)) {
            return report;
        }
        List<SignatureFinding> findings = new ArrayList<>(report.findings());
        if (report.finding(Step.DATA_HASH).reason() == Reason.DATA_CHANGED) {
            replace(findings, Step.DATA_HASH, Outcome.INDETERMINATE, Reason.ALGORITHM_NOT_SUPPORTED);
        }
        if (report.finding(Step.SIGNATURE).outcome() == Outcome.INDETERMINATE
                && report.finding(Step.KEY_USAGE).outcome() == Outcome.FAILED) {
            replace(findings, Step.KEY_USAGE, Outcome.SKIPPED, Reason.NOT_REACHED);
        }
        return new SignatureReport(List.copyOf(findings), report.quirks(), report.provenTime());
    }

    private static void replace(List<SignatureFinding> findings, Step step, Outcome outcome, Reason reason) {
        findings.set(step.ordinal(), new SignatureFinding(step, outcome, reason));
    }
}
