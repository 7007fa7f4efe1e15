package org.yinxin.ledger.web3j;

import java.time.Duration;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Everything in which nodes differ from each other, as Besu 26.2.0, geth 1.16 and anvil 1.5 show it. Nothing else in the
 * ledger knows what a node is.
 *
 * <p>What is left alone on purpose: the tags {@code finalized} and {@code safe} (Besu answers -39001; QBFT blocks are final
 * at once), {@code debug_getRaw*} (anvil has none, Besu wraps typed items once more), {@code eth_call} without a recipient,
 * state of old blocks, subscriptions.
 */
final class NodeManners {

    /** Besu's {@code rpc-max-logs-range} unless somebody raised it; anvil and geth set no limit. */
    static final int MOST_BLOCKS_AT_ONCE = 5_000;

    /** How often a transaction is looked for in a block when one waits for it; a QBFT block comes every second. */
    static final Duration LOOK_AGAIN = Duration.ofMillis(250);

    private NodeManners() {}

    /** Nothing is left to do: the node knows the transaction, or the chain has gone past its nonce. */
    static boolean knownAlready(String reason) {
        return says(reason, "already known", "known transaction", "already imported", "nonce too low", "nonce below");
    }

    /** The search spans more blocks than the node looks through at once. */
    static boolean tooManyBlocks(String reason) {
        return says(
                reason, "exceeds maximum rpc range limit", "block range", "range is too", "query returned more than");
    }

    private static boolean says(String reason, String... words) {
        String said = reason.toLowerCase(Locale.ROOT);
        return Stream.of(words).anyMatch(said::contains);
    }
}
