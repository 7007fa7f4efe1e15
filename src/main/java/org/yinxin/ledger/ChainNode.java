package org.yinxin.ledger;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.yinxin.ledger.proof.BlockMaterial;
import org.yinxin.shared.Digest;

/**
 * One party's node, as the ledger's own parts speak with it; other modules ask {@link ChainReader}.
 *
 * <p>Every method throws {@link NodeSilentException} when the node does not answer.
 */
public interface ChainNode {

    /** Whose node it is, as people are told. */
    String name();

    long chainId();

    /** How far it has come, and with what software. */
    NodeHead head();

    /** How many transactions of the account stand in blocks: the next nonce that the chain accepts. */
    long transactionCount(byte[] account);

    boolean holdsContract(byte[] contract);

    /**
     * Why the contract must not be used, if it must not: it is not the one that this software deploys, or an account does
     * not act for its party.
     */
    Optional<String> contractFlaw(byte[] contract, Map<Party, byte[]> accounts);

    /** What the chain lacks that the contract needs, if anything. */
    Optional<String> chainFlaw();

    /** @throws TransactionRejectedException when the node refuses it, though it does not know it yet */
    void send(byte[] rawTransaction);

    /** The transaction in its block; empty while it is in none. */
    Optional<MinedTransaction> mined(byte[] contract, byte[] transactionHash);

    /** The newest transaction whose event records the entry and is such a one; empty when there is none. */
    Optional<MinedTransaction> find(byte[] contract, UUID entry, Predicate<MinedTransaction.Fact> such);

    /**
     * The transactions in these blocks, both ends included, of which the contract says something, in the chain's order.
     * Nodes refuse ranges that are too long for them.
     */
    List<MinedTransaction> minedBetween(byte[] contract, long from, long to);

    /** The name of the error with which the contract reverts the transaction, found by trying it on the present state. */
    String revertReason(byte[] contract, byte[] rawTransaction);

    Optional<SealOnChain> seal(byte[] contract, Digest seal);

    Optional<UseOnChain> use(byte[] contract, Digest use);

    /** What was said of a use later; empty when nothing was. */
    Optional<WordsOnChain> words(byte[] contract, Digest use);

    Optional<MandateOnChain> mandate(byte[] contract, Digest mandate);

    /** The root of the seal's mandates; empty when there is none. */
    Optional<Digest> root(byte[] contract, Digest seal);

    /** A whole block, put back into the bytes that the chain hashes; empty when the node does not hold it. */
    Optional<BlockMaterial> block(byte[] blockHash);
}
