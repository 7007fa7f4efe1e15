package org.yinxin.ledger;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import org.yinxin.ledger.proof.BlockMaterial;
import org.yinxin.shared.Digest;

/** Ends an instance's work at a chosen point, once, the way a power cut does: nothing after it happens. */
final class Crash extends Error {

    /** Between which two steps. */
    enum Point {
        BEFORE_SIGNING_COMMITS,
        BETWEEN_COMMIT_AND_SENDING,
        BETWEEN_SENDING_AND_NOTING_IT,
        BETWEEN_BLOCK_AND_STORING
    }

    private Crash(Point point) {
        super(point.name());
    }

    /** A node that takes the instance down at the point. */
    static ChainNode node(ChainNode node, Point point, AtomicBoolean armed) {
        return new CrashingNode(node, point, armed);
    }

    /** Accounts that take the instance down while the database transaction is open. */
    static Accounts accounts(Accounts accounts, Point point, AtomicBoolean armed) {
        return new CrashingAccounts(accounts, point, armed);
    }

    private static void at(Point point, Point chosen, AtomicBoolean armed) {
        if (point == chosen && armed.compareAndSet(true, false)) {
            throw new Crash(point);
        }
    }

    private record CrashingAccounts(Accounts accounts, Point chosen, AtomicBoolean armed) implements Accounts {

        @Override
        public byte[] address(Party party) {
            return accounts.address(party);
        }

        @Override
        public SigningWay way(Party party) {
            return accounts.way(party);
        }

        @Override
        public byte[] contractAt(long nonce) {
            return accounts.contractAt(nonce);
        }

        @Override
        public SignedTransaction deploy(long chainId, long nonce) {
            return accounts.deploy(chainId, nonce);
        }

        @Override
        public long gas(List<LedgerEntry> entries) {
            return accounts.gas(entries);
        }

        @Override
        public SignedTransaction sign(
                long chainId, byte[] contract, long nonce, Party party, List<LedgerEntry> entries) {
            SignedTransaction signed = accounts.sign(chainId, contract, nonce, party, entries);
            at(Point.BEFORE_SIGNING_COMMITS, chosen, armed);
            return signed;
        }
    }

    private record CrashingNode(ChainNode node, Point chosen, AtomicBoolean armed) implements ChainNode {

        @Override
        public void send(byte[] rawTransaction) {
            at(Point.BETWEEN_COMMIT_AND_SENDING, chosen, armed);
            node.send(rawTransaction);
            at(Point.BETWEEN_SENDING_AND_NOTING_IT, chosen, armed);
        }

        @Override
        public Optional<MinedTransaction> mined(byte[] contract, byte[] transactionHash) {
            Optional<MinedTransaction> mined = node.mined(contract, transactionHash);
            if (mined.isPresent()) {
                at(Point.BETWEEN_BLOCK_AND_STORING, chosen, armed);
            }
            return mined;
        }

        @Override
        public String name() {
            return node.name();
        }

        @Override
        public Optional<String> contractFlaw(byte[] contract, Map<Party, byte[]> accounts) {
            return node.contractFlaw(contract, accounts);
        }

        @Override
        public Optional<String> chainFlaw() {
            return node.chainFlaw();
        }

        @Override
        public long chainId() {
            return node.chainId();
        }

        @Override
        public NodeHead head() {
            return node.head();
        }

        @Override
        public long transactionCount(byte[] account) {
            return node.transactionCount(account);
        }

        @Override
        public boolean holdsContract(byte[] contract) {
            return node.holdsContract(contract);
        }

        @Override
        public Optional<MinedTransaction> find(byte[] contract, UUID entry, Predicate<MinedTransaction.Fact> such) {
            return node.find(contract, entry, such);
        }

        @Override
        public List<MinedTransaction> minedBetween(byte[] contract, long from, long to) {
            return node.minedBetween(contract, from, to);
        }

        @Override
        public String revertReason(byte[] contract, byte[] rawTransaction) {
            return node.revertReason(contract, rawTransaction);
        }

        @Override
        public Optional<SealOnChain> seal(byte[] contract, Digest seal) {
            return node.seal(contract, seal);
        }

        @Override
        public Optional<UseOnChain> use(byte[] contract, Digest use) {
            return node.use(contract, use);
        }

        @Override
        public Optional<WordsOnChain> words(byte[] contract, Digest use) {
            return node.words(contract, use);
        }

        @Override
        public Optional<MandateOnChain> mandate(byte[] contract, Digest mandate) {
            return node.mandate(contract, mandate);
        }

        @Override
        public Optional<Digest> root(byte[] contract, Digest seal) {
            return node.root(contract, seal);
        }

        @Override
        public Optional<BlockMaterial> block(byte[] blockHash) {
            return node.block(blockHash);
        }
    }
}
