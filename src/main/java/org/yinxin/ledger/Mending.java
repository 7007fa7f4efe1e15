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
    private final Map<String, Sighting> gaps = new ConcurrentHashMap<>();
    private final Map<Long, Sighting> taken = new ConcurrentHashMap<>();

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
                boolean gone = transaction.nonce() < count && !standsAnywhere(deployment, transaction);
                if (remains(gone, taken, transaction.id(), transaction.nonce())) {
                    settling.supersede(
                            node, deployment, transaction, Incidents.Kind.NONCE_TAKEN, "another took its nonce");
                }
            }
            List<StoredTransaction> left = transactions.underWay(account);
            boolean gap = complete && !left.isEmpty() && left.getFirst().nonce() > count;
            if (remains(gap, gaps, HexFormat.of().formatHex(account), count)) {
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

    private record Sighting(long nonce, long since) {}

    /**
     * Whether something is so for a while: what goes next fills a gap by itself, and a nonce may be counted before its
     * receipt is told.
     */
    private <K> boolean remains(boolean so, Map<K, Sighting> sightings, K key, long nonce) {
        if (!so) {
            sightings.remove(key);
            return false;
        }
        long now = System.nanoTime();
        Sighting first = sightings.compute(
                key, (any, seen) -> seen == null || seen.nonce() != nonce ? new Sighting(nonce, now) : seen);
        return now - first.since() > settings.sendAgainAfter().toNanos();
    }

    /** Whether nothing that the books call recorded reaches beyond the account's transactions on the chain. */
    private boolean findLost(Deployment deployment, byte[] account, long count) {
        List<StoredTransaction> beyond = transactions.minedFrom(account, count);
        beyond.stream()
                .filter(transaction -> !standsAnywhere(deployment, transaction))
                .forEach(settling::lost);
        return beyond.isEmpty();
    }

    /** @throws NodeSilentException when no node says anything: silence is no absence */
    private boolean standsAnywhere(Deployment deployment, StoredTransaction transaction) {
        NodeSilentException silence = new NodeSilentException("all parties", "no node is worth asking");
        boolean heard = false;
        for (ChainNode each : nodes.worthAsking()) {
            try {
                if (each.mined(deployment.contract(), transaction.hash()).isPresent()) {
                    return true;
                }
                heard = true;
            } catch (NodeSilentException silent) {
                silence = silent;
            }
        }
        if (!heard) {
            throw silence;
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
