package org.yinxin.ledger.proof;

import java.util.Arrays;
import java.util.List;

/**
 * A whole block, from which proofs of its events are made.
 *
 * @param header RLP
 * @param transactions as they stand in the block, in its order, as are {@code receipts}
 */
public record BlockMaterial(
        long chainId, byte[] blockHash, byte[] header, List<byte[]> transactions, List<byte[]> receipts) {

    public BlockMaterial {
        transactions = List.copyOf(transactions);
        receipts = List.copyOf(receipts);
    }

    /**
     * @param transactionIndex the transaction's place in the block
     * @param logIndex the event's place in the block, counted over all transactions as nodes do
     * @throws ProofRefusedException when the block does not hold together, or holds no such event
     */
    public ReceiptProof proof(int transactionIndex, int logIndex) {
        BlockHeader decoded = BlockHeader.decode(header);
        IndexTrie receiptTrie = trie(receipts, decoded.receiptsRoot(), ProofFlaw.RECEIPT);
        IndexTrie transactionTrie = trie(transactions, decoded.transactionsRoot(), ProofFlaw.TRANSACTION);
        if (transactionIndex < 0 || transactionIndex >= receipts.size()) {
            throw new ProofRefusedException(ProofFlaw.TRANSACTION, "the block has " + receipts.size());
        }
        return new ReceiptProof(
                chainId,
                blockHash,
                header,
                transactionIndex,
                transactions.get(transactionIndex),
                transactionTrie.proof(transactionIndex),
                receipts.get(transactionIndex),
                receiptTrie.proof(transactionIndex),
                logIndex - eventsBefore(transactionIndex));
    }

    /**
     * @param transactionHash the transaction's hash, 32 bytes
     * @throws ProofRefusedException when the block does not hold together, or holds no such transaction or event
     */
    public ReceiptProof proof(byte[] transactionHash, int logIndex) {
        for (int i = 0; i < transactions.size(); i++) {
            if (Arrays.equals(Keccak.hash(transactions.get(i)), transactionHash)) {
                return proof(i, logIndex);
            }
        }
        throw new ProofRefusedException(ProofFlaw.TRANSACTION, "the block has another");
    }

    private int eventsBefore(int transactionIndex) {
        return receipts.subList(0, transactionIndex).stream()
                .mapToInt(receipt -> BlockReceipt.decode(receipt).events().size())
                .sum();
    }

    private static IndexTrie trie(List<byte[]> values, byte[] root, ProofFlaw flaw) {
        IndexTrie trie = new IndexTrie(values);
        if (!Arrays.equals(trie.root(), root)) {
            throw new ProofRefusedException(flaw, "what the node gave is not what the block holds");
        }
        return trie;
    }
}
