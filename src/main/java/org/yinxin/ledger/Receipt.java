package org.yinxin.ledger;

import java.time.Instant;
import java.util.Map;
import java.util.OptionalLong;

/**
 * Where on the chain a fact was recorded, and what the contract said of it.
 *
 * @param chainId the chain (EIP-155)
 * @param contract the contract's address, 0x and 40 hexadecimal digits
 * @param account the sender's address
 * @param transactionHash 0x and 64 hexadecimal digits, as is {@code blockHash}
 * @param logIndex the event's place in its block
 * @param gasUsed by the whole transaction, which may carry other entries too
 * @param event the contract's event
 * @param fields the event's fields by name, in the contract's order
 */
public record Receipt(
        long chainId,
        String contract,
        Party sender,
        String account,
        String transactionHash,
        String blockHash,
        long blockNumber,
        Instant blockTime,
        int logIndex,
        long gasUsed,
        String event,
        Map<String, String> fields) {

    /** The number that the contract gave to a use; empty for anything else. */
    public OptionalLong useNumber() {
        String number = fields.get("number");
        return number == null ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(number));
    }
}
