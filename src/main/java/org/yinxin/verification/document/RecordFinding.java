package org.yinxin.verification.document;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yinxin.ledger.NodeAnswer;
import org.yinxin.ledger.UseOnChain;
import org.yinxin.verification.Check;

/**
 * What the chain says of the use.
 *
 * @param use the record, if the chain holds one
 * @param nodes how each party's node stands to it
 */
record RecordFinding(@Nullable UseOnChain use, List<NodeAnswer> nodes, List<Check> checks) {

    /** When the chain took the use: the one moment that nobody can have made up. */
    @Nullable
    Instant usedAt() {
        return use == null ? null : use.blockTime();
    }
}
