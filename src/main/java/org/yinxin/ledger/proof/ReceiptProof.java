package org.yinxin.ledger.proof;

import java.util.List;

/**
 * All that shows, without a network, that an event stands on a chain.
 *
 * @param chainId the chain (EIP-155)
 * @param blockHash the block that the receipt names, 32 bytes
 * @param header the block's header in RLP, with everything that the validators signed and their commit seals
 * @param transactionIndex the transaction's place in its block
 * @param transaction as it stands in the block
 * @param transactionNodes from the header's transactions root down to the transaction
 * @param receipt as it stands in the block
 * @param receiptNodes from the header's receipts root down to the receipt
 * @param logPosition the event's place among the events of its transaction, counted from 0
 */
public record ReceiptProof(
        long chainId,
        byte[] blockHash,
        byte[] header,
        int transactionIndex,
        byte[] transaction,
        List<byte[]> transactionNodes,
        byte[] receipt,
        List<byte[]> receiptNodes,
        int logPosition) {

    public ReceiptProof {
        transactionNodes = List.copyOf(transactionNodes);
        receiptNodes = List.copyOf(receiptNodes);
    }
}
