package org.yinxin.ledger.proof;

import java.time.Instant;
import java.util.List;

/**
 * What a proof shows beyond doubt.
 *
 * @param sender the account that sent the transaction, 0x and 40 digits, as are all addresses
 * @param data the event's data, 0x and digits
 * @param signedBy the validators that signed the block; empty on a chain that has none, where nobody vouches for the block
 */
public record ProvenEvent(
        long chainId,
        long blockNumber,
        String blockHash,
        Instant blockTime,
        String transactionHash,
        String sender,
        String contract,
        List<String> topics,
        String data,
        List<String> signedBy) {

    public ProvenEvent {
        topics = List.copyOf(topics);
        signedBy = List.copyOf(signedBy);
    }

    /** Whether validators vouch for the block. */
    public boolean signed() {
        return !signedBy.isEmpty();
    }
}
