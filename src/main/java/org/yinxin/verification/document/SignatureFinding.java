package org.yinxin.verification.document;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yinxin.ledger.NodeAnswer;
import org.yinxin.sealing.pdf.FoundSignature;
import org.yinxin.shared.UseCode;
import org.yinxin.verification.Check;
import org.yinxin.verification.CheckCode;
import org.yinxin.verification.CheckVerdict;
import org.yinxin.verification.Verdict;

/**
 * One signature of a document and what was found out about it.
 *
 * @param ours whether it is a seal of this platform
 * @param owner the enterprise; for signatures that are not ours, merely the name that the certificate gives
 * @param sealNumber of our seals
 * @param entryId the ledger entry with the receipt
 * @param spot where it shows
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
        FoundSignature.@Nullable Spot spot,
        List<NodeAnswer> nodes,
        List<Check> checks) {

    public SignatureFinding {
        nodes = List.copyOf(nodes);
        checks = List.copyOf(checks);
    }

    /** The answer for the moment of use; whether the seal is in force now is another question. */
    public Verdict verdict() {
        return Verdict.of(checks.stream()
                .filter(check -> check.code() != CheckCode.SEAL_NOW)
                .toList());
    }

    /** Whether the seal is in force now; skipped where there is none to ask about. */
    public CheckVerdict now() {
        return checks.stream()
                .filter(check -> check.code() == CheckCode.SEAL_NOW)
                .map(Check::verdict)
                .findFirst()
                .orElse(CheckVerdict.SKIPPED);
    }
}
