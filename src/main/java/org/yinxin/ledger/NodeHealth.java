package org.yinxin.ledger;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What was last seen of a party's node.
 *
 * @param head absent while it is silent
 * @param behind by how many blocks it is behind the middle of all nodes
 * @param answered how long it took to answer
 */
public record NodeHealth(String node, State state, @Nullable NodeHead head, long behind, Duration answered) {

    /** How a node does. */
    public enum State {
        /** It answers and is where the others are. */
        FOLLOWS,
        /** It answers late. */
        SLOW,
        /** It is some blocks behind the others. */
        LAGS,
        /** It speaks for another chain. */
        OTHER_CHAIN,
        /** It does not answer, or not sensibly. */
        SILENT
    }
}
