package org.yinxin.seal.ses;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yinxin.seal.ses.SignatureFinding.Outcome;
import org.yinxin.seal.ses.SignatureFinding.Step;

/**
 * What was found about a signature.
 *
 * @param findings one for each question, in the order of {@link Step}
 * @param quirks met on reading and on checking
 * @param provenTime by the time stamp, where it holds
 */
public record SignatureReport(
        List<SignatureFinding> findings,
        Set<Quirk> quirks,
        @Nullable Instant provenTime) {

    /** What does not depend on whom one trusts. */
    private static final Set<Step> CRYPTOGRAPHIC =
            EnumSet.of(Step.MAKER_SIGNATURE, Step.SIGNER_LISTED, Step.SIGNATURE, Step.DATA_HASH);

    public SignatureFinding finding(Step step) {
        return findings.get(step.ordinal());
    }

    /** The first answer in the order of the standard that is a failure. */
    public Optional<SignatureFinding> firstFailure() {
        return first(Outcome.FAILED);
    }

    /** The first answer that could not be found out. */
    public Optional<SignatureFinding> firstUnknown() {
        return first(Outcome.INDETERMINATE);
    }

    /** Whether maker and signer signed, the seal lists the signer, and the data are those that were signed. */
    public boolean sound() {
        return CRYPTOGRAPHIC.stream().allMatch(step -> finding(step).outcome() == Outcome.PASSED);
    }

    private Optional<SignatureFinding> first(Outcome outcome) {
        return findings.stream().filter(finding -> finding.outcome() == outcome).findFirst();
    }
}
