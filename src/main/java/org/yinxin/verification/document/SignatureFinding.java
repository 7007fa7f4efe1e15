package org.yinxin.verification.document;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yinxin.ledger.NodeAnswer;
import org.yinxin.sealing.plan.Spot;
import org.yinxin.shared.UseCode;
import org.yinxin.verification.Check;
import org.yinxin.verification.CheckCode;
import org.yinxin.verification.CheckVerdict;
import org.yinxin.verification.Verdict;

/**
 * One stamping of a document, or somebody else's signature, and what was found out about it.
 *
 * @param ours whether it is a seal of this platform
 * @param owner the enterprise; for signatures that are not ours, merely the name that the certificate gives
 * @param sealNumber of our seals
 * @param entryId the ledger entry with the receipt
 * @param spots where it shows
 * @param parts the signatures that one stamping made, with what concerns each alone
 * @param shared what concerns the stamping as a whole
 */
public record SignatureFinding(
        boolean ours,
        @Nullable String owner,
        @Nullable String sealNumber,
        @Nullable UseCode useCode,
        @Nullable Long number,
        @Nullable UUID entryId,
        @Nullable String purpose,
        @Nullable Instant usedAt,
        List<Spot> spots,
        List<NodeAnswer> nodes,
        List<SignaturePart> parts,
        List<Check> shared) {

    public SignatureFinding {
        spots = List.copyOf(spots);
        nodes = List.copyOf(nodes);
        parts = List.copyOf(parts);
        shared = List.copyOf(shared);
    }

    /** All that was checked, part by part and then as a whole. */
    public List<Check> checks() {
        return Stream.concat(parts.stream().flatMap(part -> part.checks().stream()), shared.stream())
                .toList();
    }

    /** The answer for the moment of use; whether the seal is in force now is another question. */
    public Verdict verdict() {
        return Verdict.of(
                checks().stream().filter(check -> !check.code().isOfNow()).toList());
    }

    /** Whether the use stands: failed when it was declared void, indeterminate when it is disputed. */
    public CheckVerdict stands() {
        return checks().stream()
                .filter(check -> check.code() == CheckCode.USE_STANDS)
                .map(Check::verdict)
                .findFirst()
                .orElse(CheckVerdict.PASSED);
    }

    /** Whether the seal is in force now; skipped where there is none to ask about. */
    public CheckVerdict now() {
        return checks().stream()
                .filter(check -> check.code() == CheckCode.SEAL_NOW)
                .map(Check::verdict)
                .findFirst()
                .orElse(CheckVerdict.SKIPPED);
    }
}
