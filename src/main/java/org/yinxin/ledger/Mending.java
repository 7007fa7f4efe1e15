package org.yinxin.ledger;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
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
    private final LedgerSettings settings;
    private final Map<String, Gap> gaps = new ConcurrentHashMap<>();

    Mending(Transactions transactions, Settling settling, Accounts accounts, NodeWatch nodes, LedgerSettings settings) {
        this.transactions = transactions;
        this.settling = settling;
        this.accounts = accounts;
        this.nodes = nodes;
        this.settings = settings;
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
            boolean gap = complete && !left.isEmpty() && left.getFirst().nonce() > count;
            if (staysOpen(account, count, gap)) {
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

    /** We made the gap ourselves, and what goes next will fill it. */
    void willBeFilled(byte[] account) {
        gaps.remove(HexFormat.of().formatHex(account));
    }

    private record Gap(long before, long since) {}

    /** What goes next takes the first free number, so a gap is given a while to be filled before it is given up. */
    private boolean staysOpen(byte[] account, long count, boolean open) {
        String name = HexFormat.of().formatHex(account);
        if (!open) {
            gaps.remove(name);
            return false;
        }
        long now = System.nanoTime();
        Gap gap =
                gaps.compute(name, (any, seen) -> seen == null || seen.before() != count ? new Gap(count, now) : seen);
        return now - gap.since() > settings.sendAgainAfter().toNanos();
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
