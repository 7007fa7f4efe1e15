package org.yinxin.ledger.web3j;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.yinxin.ledger.Rejection;

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

    private static final List<String> KNOWN = List.of("already known", "known transaction", "already imported");

    /** In this order: the first that fits counts. */
    private static final Map<Rejection, List<String>> WORDS = words();

    private NodeManners() {}

    private static Map<Rejection, List<String>> words() {
        Map<Rejection, List<String>> words = new LinkedHashMap<>();
        words.put(Rejection.NONCE_USED, List.of("nonce too low", "nonce below"));
        words.put(
                Rejection.NONCE_DISTANT,
                List.of("nonce is too distant", "nonce too high", "lower nonce exists", "nonce too distant"));
        words.put(
                Rejection.NONCE_CONTESTED,
                List.of("replacement transaction underpriced", "tries to replace pending", "same nonce"));
        words.put(
                Rejection.TOO_MUCH_GAS,
                List.of(
                        "exceeds block gas limit",
                        "gas limit too high",
                        "transaction gas limit",
                        "intrinsic gas too high",
                        "gas limit cap",
                        "gas limit exceed"));
        words.put(
                Rejection.UNDERPRICED,
                List.of("underpriced", "gas price below", "less than block base fee", "base fee", "gas price too low"));
        words.put(Rejection.NOT_PERMITTED, List.of("not authorized", "not permitted"));
        words.put(
                Rejection.NOT_READY,
                List.of("pool is full", "pool not enabled", "pool is not enabled", "sync is still in progress"));
        return words;
    }

    /** Why it does not take a transaction; empty when the node has it already, so that there is nothing left to do. */
    static Optional<Rejection> rejection(String said) {
        String words = said.toLowerCase(Locale.ROOT);
        if (KNOWN.stream().anyMatch(words::contains)) {
            return Optional.empty();
        }
        return Optional.of(WORDS.entrySet().stream()
                .filter(entry -> entry.getValue().stream().anyMatch(words::contains))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(Rejection.OTHER));
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
