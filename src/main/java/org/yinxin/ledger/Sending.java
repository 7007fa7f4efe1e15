package org.yinxin.ledger;

import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/** Sends what was written down, the same bytes as often as needed, in the order of an account's nonces. */
@Component
class Sending {

    private final Transactions transactions;
    private final Incidents incidents;
    private final NodeWatch nodes;
    private final LedgerSettings settings;
    private final Clock clock;

    Sending(Transactions transactions, Incidents incidents, NodeWatch nodes, LedgerSettings settings, Clock clock) {
        this.transactions = transactions;
        this.incidents = incidents;
        this.nodes = nodes;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Sends an account's transactions, as far as they are taken; what comes after one that nobody takes could not stand in
     * a block before it.
     *
     * @return the one that asks for too much gas, if one does
     */
    Optional<StoredTransaction> send(ChainNode node, List<StoredTransaction> inOrder) {
        return send(node, inOrder, this::due);
    }

    /**
     * The same, where the first is known to stand in no block. The one before it may have got into one since it was sent, and
     * then nothing keeps it from the next but a pool that dropped it: it goes out once more, rather than after a long wait.
     *
     * @return the one that asks for too much gas, if one does
     */
    Optional<StoredTransaction> sendNext(ChainNode node, List<StoredTransaction> inOrder) {
        return send(
                node,
                inOrder,
                transaction -> due(transaction) || transaction == inOrder.getFirst() && itsTurnCame(transaction));
    }

    private Optional<StoredTransaction> send(
            ChainNode node, List<StoredTransaction> inOrder, Predicate<StoredTransaction> goes) {
        for (StoredTransaction transaction : inOrder) {
            Optional<Rejection> rejection = goes.test(transaction) ? offer(node, transaction) : Optional.empty();
            if (rejection.isPresent() && goesNoFurther(transaction, rejection.get())) {
                return Optional.of(transaction).filter(tooBig -> rejection.get() == Rejection.TOO_MUCH_GAS);
            }
        }
        return Optional.empty();
    }

    private boolean due(StoredTransaction transaction) {
        Instant sentAt = transaction.sentAt();
        return sentAt == null || !sentAt.plus(settings.sendAgainAfter()).isAfter(clock.instant());
    }

    private boolean itsTurnCame(StoredTransaction transaction) {
        Instant sentAt = transaction.sentAt();
        return sentAt != null && sentAt.isBefore(transactions.lastMined(transaction.account()));
    }

    /** Offers it to the node; to all the others too, when it stands in no block for long or the node does not want it. */
    private Optional<Rejection> offer(ChainNode node, StoredTransaction transaction) {
        Optional<Rejection> rejection = ask(node, transaction);
        boolean stuck = stuck(transaction);
        if (stuck || rejection.filter(Sending::othersMayTakeIt).isPresent()) {
            for (ChainNode other : nodes.worthAsking()) {
                if (!other.name().equals(node.name()) && askGently(other, transaction)) {
                    rejection = Optional.empty();
                }
            }
        }
        transactions.sent(transaction.id());
        if (stuck) {
            incidents.reportOnce(
                    Incidents.Kind.TRANSACTION_STUCK,
                    named(transaction) + " stands in no block since " + transaction.since()
                            + " and goes to every node again");
        }
        return rejection;
    }

    /** What waits behind others that get into blocks is not stuck. */
    private boolean stuck(StoredTransaction transaction) {
        Instant longAgo = clock.instant().minus(settings.stuckAfter());
        return transaction.sentAt() != null
                && transaction.since().isBefore(longAgo)
                && transactions.lastMined(transaction.account()).isBefore(longAgo);
    }

    private static boolean othersMayTakeIt(Rejection rejection) {
        return rejection != Rejection.NONCE_USED && rejection != Rejection.TOO_MUCH_GAS;
    }

    private Optional<Rejection> ask(ChainNode node, StoredTransaction transaction) {
        try {
            node.send(transactions.raw(transaction));
            return Optional.empty();
        } catch (TransactionRejectedException e) {
            if (e.rejection() != Rejection.NONCE_USED) {
                incidents.reportOnce(
                        Incidents.Kind.TRANSACTION_REJECTED,
                        "The node of " + node.name() + " does not take " + named(transaction) + ": " + e.getMessage());
            }
            return Optional.of(e.rejection());
        }
    }

    /** Whether the node has it now. */
    private boolean askGently(ChainNode node, StoredTransaction transaction) {
        try {
            node.send(transactions.raw(transaction));
            return true;
        } catch (NodeSilentException | TransactionRejectedException notThisOne) {
            return false;
        }
    }

    private boolean goesNoFurther(StoredTransaction transaction, Rejection rejection) {
        if (rejection == Rejection.NONCE_DISTANT) {
            transactions.sendAgainBefore(transaction.account(), transaction.nonce());
        }
        return rejection != Rejection.NONCE_USED && rejection != Rejection.NONCE_CONTESTED;
    }

    private static String named(StoredTransaction transaction) {
        return "transaction " + HexFormat.of().formatHex(transaction.hash()) + " (nonce " + transaction.nonce() + " of "
                + transaction.party() + ")";
    }
}
