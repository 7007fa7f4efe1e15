package org.yinxin.application;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.yinxin.shared.Bureau;
import org.yinxin.shared.Digest;

/**
 * A decision as it stands in the books.
 *
 * @param id also the identifier of the ledger entry that records it
 */
public record DecisionView(
        UUID id,
        Bureau bureau,
        int round,
        Outcome outcome,
        Set<ApplicationPart> parts,
        String reason,
        Digest contentDigest,
        UUID officerId,
        Instant at) {

    /** The parts to correct, in the order of the pages. */
    public List<ApplicationPart> partsInOrder() {
        return parts.stream().sorted().toList();
    }
}
