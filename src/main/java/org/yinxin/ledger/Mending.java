package org.yinxin.ledger;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Compares each account's nonces in the books with those on the chain, and mends what does not fit: blocks that were
 * lost, nonces that something else took, gaps that nothing fills.
 */
@Component
class Mending {

    private final Transactions transactions;
    private final Settling settling;
    private final Accounts accounts;
    private final NodeWatch nodes;

    Mending(Transactions transactions, Settling settling, Accounts accounts, NodeWatch nodes) {
        this.transactions = transactions;
        this.settling = settling;
        this.accounts = accounts;
        this.nodes = nodes;
    }

    void mend(ChainNode node, Deployment deployment) {
        for (byte[] account : senders()) {
            long count = highestCount(node, account);
            boolean complete = findLost(deployment, account, count);
            for (StoredTransaction transaction : transactions.underWay(account)) {
                if (transaction.nonce() < count && !standsAnywhere(deployment, transaction)) {
                    settling.supersede(
                            node, deployment, transaction, Incidents.Kind.NONCE_TAKEN, "another took its nonce");
                }
            }
            List<StoredTransaction> left = transactions.underWay(account);
            if (complete && !left.isEmpty() && left.getFirst().nonce() > count) {
                left.forEach(transaction -> settling.supersede(
                        node, deployment, transaction, Incidents.Kind.NONCE_GAP, "nothing fills the gap before it"));
            }
        }
    }

    /** The parties' accounts, and those that a party has given up while something of theirs was on its way. */
    private List<byte[]> senders() {
        List<byte[]> senders = new ArrayList<>(
                Arrays.stream(Party.values()).map(accounts::address).toList());
        transactions.accountsUnderWay().stream()
                .filter(account -> senders.stream().noneMatch(known -> Arrays.equals(known, account)))
                .forEach(senders::add);
        return senders;
    }

    /** Whether nothing that the books call recorded reaches beyond the account's transactions on the chain. */
    private boolean findLost(Deployment deployment, byte[] account, long count) {
        List<StoredTransaction> beyond = transactions.minedFrom(account, count);
        beyond.stream()
                .filter(transaction -> !standsAnywhere(deployment, transaction))
                .forEach(settling::lost);
        return beyond.isEmpty();
    }

    private boolean standsAnywhere(Deployment deployment, StoredTransaction transaction) {
        for (ChainNode each : nodes.worthAsking()) {
            try {
                if (each.mined(deployment.contract(), transaction.hash()).isPresent()) {
                    return true;
                }
            } catch (NodeSilentException silent) {
                // the others are asked; silence says nothing
            }
        }
        return false;
    }

    /** A node that lags behind must not make us think that blocks were lost. */
    private long highestCount(ChainNode node, byte[] account) {
        long highest = node.transactionCount(account);
        for (ChainNode each : nodes.worthAsking()) {
            try {
                highest = Math.max(highest, each.transactionCount(account));
            } catch (NodeSilentException silent) {
                // the others are asked; silence says nothing
            }
        }
        return highest;
    }
}
