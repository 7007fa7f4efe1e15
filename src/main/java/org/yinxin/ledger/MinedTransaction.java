package org.yinxin.ledger;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A transaction that stands in a block.
 *
 * @param sender the account that sent it, 0x and 40 hexadecimal digits in lower case
 * @param blockIndex the transaction's place in its block
 * @param succeeded false when the contract reverted it as a whole
 * @param facts what the contract said of each entry
 */
public record MinedTransaction(
        String hash,
        String sender,
        String blockHash,
        long blockNumber,
        int blockIndex,
        Instant blockTime,
        long gasUsed,
        boolean succeeded,
        List<Fact> facts) {

    /** What the contract said of one entry. */
    public record Fact(UUID entry, Meaning meaning, int logIndex, String event, Map<String, String> fields) {

        /** The contract's refusal of this one entry, by name. */
        public String refusal() {
            return fields.getOrDefault("refusal", event);
        }
    }

    /** What an event means for its entry. */
    public enum Meaning {
        RECORDED,
        REFUSED,
        /** It had been recorded before. */
        REPEATED
    }
}
