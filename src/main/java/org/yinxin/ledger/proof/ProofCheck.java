package org.yinxin.ledger.proof;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Checks proofs by arithmetic alone: the header's hash, the validators' commit seals over it, and the paths from its roots
 * to transaction and receipt.
 */
public final class ProofCheck {

    private final SignerRecovery recovery;

    public ProofCheck(SignerRecovery recovery) {
        this.recovery = recovery;
    }

    /** @throws ProofRefusedException naming the first thing that does not hold */
    public ProvenEvent check(ReceiptProof proof, KnownChain chain) {
        BlockHeader header = BlockHeader.decode(proof.header());
        List<String> signers = chain.signed() ? signers(proof, header, chain) : unsigned(proof, header);
        BlockTransaction transaction = transaction(proof, header, chain);
        BlockReceipt.Event event = event(proof, header);
        return new ProvenEvent(
                chain.chainId(),
                header.number(),
                Hex.of(proof.blockHash()),
                header.time(),
                Hex.of(transaction.hash()),
                Hex.of(transaction.sender(recovery)),
                Hex.of(event.address()),
                event.topics().stream().map(Hex::of).toList(),
                Hex.of(event.data()),
                signers);
    }

    private static List<String> unsigned(ReceiptProof proof, BlockHeader header) {
        sameBlock(proof, header.hash());
        return List.of();
    }

    private List<String> signers(ReceiptProof proof, BlockHeader header, KnownChain chain) {
        QbftExtraData qbft = QbftExtraData.decode(header.extraData());
        sameBlock(proof, qbft.blockHash(header));
        Set<String> known = chain.validatorsAt(header.number());
        Set<String> named = qbft.validators().stream().map(Hex::of).collect(Collectors.toSet());
        if (named.isEmpty() || named.size() != qbft.validators().size() || !named.equals(known)) {
            throw new ProofRefusedException(
                    ProofFlaw.VALIDATORS, "block " + header.number() + " names " + named + ", known are " + known);
        }
        byte[] signed = qbft.committedHash(header);
        Set<String> signers = new HashSet<>();
        for (QbftExtraData.CommitSeal seal : qbft.commitSeals()) {
            String signer = signer(signed, seal);
            if (!known.contains(signer) || !signers.add(signer)) {
                throw new ProofRefusedException(ProofFlaw.COMMIT_SEAL, "signed by " + signer);
            }
        }
        int needed = KnownChain.quorum(known.size());
        if (signers.size() < needed) {
            throw new ProofRefusedException(
                    ProofFlaw.TOO_FEW_SEALS, signers.size() + " of " + needed + " that are needed");
        }
        return signers.stream().sorted().toList();
    }

    private String signer(byte[] signed, QbftExtraData.CommitSeal seal) {
        try {
            return Hex.of(recovery.signer(signed, seal.r(), seal.s(), seal.parity()));
        } catch (IllegalArgumentException e) {
            throw new ProofRefusedException(ProofFlaw.COMMIT_SEAL, "nobody can have made it");
        }
    }

    private static void sameBlock(ReceiptProof proof, byte[] hash) {
        if (!Arrays.equals(proof.blockHash(), hash)) {
            throw new ProofRefusedException(ProofFlaw.BLOCK_HASH, "the header belongs to block " + Hex.of(hash));
        }
    }

    private static BlockTransaction transaction(ReceiptProof proof, BlockHeader header, KnownChain chain) {
        same(
                proof.transaction(),
                TrieProof.value(header.transactionsRoot(), key(proof), proof.transactionNodes(), ProofFlaw.TRANSACTION),
                ProofFlaw.TRANSACTION);
        BlockTransaction transaction = BlockTransaction.decode(proof.transaction());
        if (transaction.chainId() != chain.chainId() || proof.chainId() != chain.chainId()) {
            throw new ProofRefusedException(ProofFlaw.SENDER, "signed for chain " + transaction.chainId());
        }
        return transaction;
    }

    private static BlockReceipt.Event event(ReceiptProof proof, BlockHeader header) {
        same(
                proof.receipt(),
                TrieProof.value(header.receiptsRoot(), key(proof), proof.receiptNodes(), ProofFlaw.RECEIPT),
                ProofFlaw.RECEIPT);
        BlockReceipt receipt = BlockReceipt.decode(proof.receipt());
        if (!receipt.succeeded()) {
            throw new ProofRefusedException(ProofFlaw.REVERTED, "the chain refused the transaction");
        }
        if (proof.logPosition() < 0 || proof.logPosition() >= receipt.events().size()) {
            throw new ProofRefusedException(
                    ProofFlaw.EVENT, "of " + receipt.events().size() + " events");
        }
        return receipt.events().get(proof.logPosition());
    }

    private static byte[] key(ReceiptProof proof) {
        if (proof.transactionIndex() < 0) {
            throw new ProofRefusedException(ProofFlaw.UNREADABLE, "a place before the first");
        }
        return IndexTrie.key(proof.transactionIndex());
    }

    private static void same(byte[] claimed, byte[] proven, ProofFlaw flaw) {
        if (!Arrays.equals(claimed, proven)) {
            throw new ProofRefusedException(flaw, "not what stands in the block");
        }
    }
}
