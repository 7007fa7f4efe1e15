package org.yinxin.ledger;

import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Looks whether a transaction stands in a block, and stores what became of its entries. */
@Component
class Settling {

    private static final Logger LOG = LoggerFactory.getLogger(Settling.class);
    private static final Duration TRY_AGAIN_AFTER = Duration.ofSeconds(5);

    private final Outbox outbox;
    private final Transactions transactions;
    private final Settlements settlements;
    private final Incidents incidents;
    private final GasBudget gas;
    private final TransactionTemplate inTransaction;
    private final Map<Long, Long> notBefore = new ConcurrentHashMap<>();

    Settling(
            Outbox outbox,
            Transactions transactions,
            Settlements settlements,
            Incidents incidents,
            GasBudget gas,
            TransactionTemplate inTransaction) {
        this.outbox = outbox;
        this.transactions = transactions;
        this.settlements = settlements;
        this.incidents = incidents;
        this.gas = gas;
        this.inTransaction = inTransaction;
    }

    /** Whether it stands in a block. */
    boolean settle(ChainNode node, Deployment deployment, StoredTransaction transaction) {
        Optional<MinedTransaction> mined = node.mined(deployment.contract(), transaction.hash());
        if (mined.isPresent() && due(transaction)) {
            List<WaitingEntry> entries = outbox.sentWith(transaction.id());
            if (!mined.get().succeeded() && entries.size() > 1) {
                takeApart(transaction, mined.get(), entries);
                return true;
            }
            store(
                    transaction,
                    mined.get(),
                    new Verdicts(node, deployment, transactions).of(transaction, mined.get(), entries));
        }
        return mined.isPresent();
    }

    /** One entry may have brought the whole batch down: which, shows when each goes alone. */
    private void takeApart(StoredTransaction transaction, MinedTransaction mined, List<WaitingEntry> entries) {
        gas.takeApart(entries);
        inTransaction.executeWithoutResult(status -> {
            if (transactions.lockUnderWay(transaction.id())) {
                settlements.store(entries.stream().map(Verdict::unheard).toList());
                transactions.mined(transaction.id(), mined);
                incidents.report(
                        Incidents.Kind.BATCH_REVERTED,
                        "The contract reverted transaction " + mined.hash() + " as a whole; its " + entries.size()
                                + " entries go again one by one");
            }
        });
    }

    private boolean due(StoredTransaction transaction) {
        Long until = notBefore.get(transaction.id());
        return until == null || System.nanoTime() - until >= 0;
    }

    private void store(StoredTransaction transaction, MinedTransaction mined, List<Verdict> verdicts) {
        verdicts.stream()
                .filter(verdict -> verdict.status() == Recording.Status.WAITING)
                .forEach(verdict -> incidents.report(
                        Incidents.Kind.ENTRY_UNHEARD,
                        "Transaction " + mined.hash() + " says nothing of entry "
                                + verdict.entry().id()));
        try {
            inTransaction.executeWithoutResult(status -> {
                if (transactions.lockUnderWay(transaction.id())) {
                    settlements.store(verdicts);
                    transactions.mined(transaction.id(), mined);
                }
            });
        } catch (RuntimeException e) {
            LOG.warn("Storing transaction {} as a whole failed; going on entry by entry", mined.hash(), e);
            storeOneByOne(transaction, mined, verdicts);
        }
    }

    /** One entry whose listener fails must not hold up the others. */
    private void storeOneByOne(StoredTransaction transaction, MinedTransaction mined, List<Verdict> verdicts) {
        notBefore.put(transaction.id(), System.nanoTime() + TRY_AGAIN_AFTER.toNanos());
        for (Verdict verdict : verdicts) {
            try {
                inTransaction.executeWithoutResult(status -> {
                    if (transactions.lockUnderWay(transaction.id())) {
                        settlements.store(List.of(verdict));
                    }
                });
            } catch (RuntimeException e) {
                LOG.error(
                        "Storing what became of entry {} failed; it will be tried again",
                        verdict.entry().id(),
                        e);
                incidents.reportOnce(
                        Incidents.Kind.ANSWER_NOT_TAKEN,
                        "What the chain said of entry " + verdict.entry().id() + " cannot be taken in: "
                                + e.getClass().getSimpleName());
            }
        }
        inTransaction.executeWithoutResult(status -> {
            if (transactions.lockUnderWay(transaction.id())
                    && outbox.sentWith(transaction.id()).isEmpty()) {
                transactions.mined(transaction.id(), mined);
                notBefore.remove(transaction.id());
            }
        });
    }

    /** Gives up a transaction whose nonce it cannot have: its entries are looked up on the chain, or go again. */
    void supersede(
            ChainNode node, Deployment deployment, StoredTransaction transaction, Incidents.Kind kind, String why) {
        if (node.mined(deployment.contract(), transaction.hash()).isPresent()) {
            return; // it stands after all; a block's transactions may be counted a moment before its receipts are told
        }
        Verdicts verdicts = new Verdicts(node, deployment, transactions);
        List<Verdict> found = outbox.sentWith(transaction.id()).stream()
                .map(entry -> verdicts.recordedBefore(transaction, entry))
                .toList();
        inTransaction.executeWithoutResult(status -> {
            if (transactions.lockUnderWay(transaction.id())) {
                settlements.store(found);
                outbox.moveToWhereTheyStand(transaction.id());
                transactions.superseded(transaction.id());
                incidents.report(
                        kind, "Transaction " + HexFormat.of().formatHex(transaction.hash()) + " is given up: " + why);
            }
        });
    }

    /** The chain has lost the block that it stood in. */
    void lost(StoredTransaction transaction) {
        inTransaction.executeWithoutResult(status -> {
            if (transactions.lost(transaction.id())) {
                int entries = outbox.unsettle(transaction.id());
                incidents.report(
                        Incidents.Kind.TRANSACTION_LOST,
                        "Transaction " + HexFormat.of().formatHex(transaction.hash())
                                + " stands in no block any more; it is sent again with its " + entries + " entries");
            }
        });
    }
}
