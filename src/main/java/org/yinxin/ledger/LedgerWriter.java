package org.yinxin.ledger;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Works off the outbox in passes. Each step finds in the database what the step before left there, so a crash between
 * any two of them, or several instances at once, change nothing but the moment.
 */
@Component
class LedgerWriter {

    private final NodeWatch nodes;
    private final Deployer deployer;
    private final Transactions transactions;
    private final ContractWatch contract;
    private final Accounts accounts;
    private final Mending mending;
    private final Settling settling;
    private final Signing signing;
    private final Sending sending;
    private final Outbox outbox;
    private final GasBudget gas;
    private final LedgerSettings settings;
    private long comparedAt;

    LedgerWriter(
            NodeWatch nodes,
            Deployer deployer,
            Transactions transactions,
            ContractWatch contract,
            Accounts accounts,
            Mending mending,
            Settling settling,
            Signing signing,
            Sending sending,
            Outbox outbox,
            GasBudget gas,
            LedgerSettings settings) {
        this.nodes = nodes;
        this.deployer = deployer;
        this.transactions = transactions;
        this.contract = contract;
        this.accounts = accounts;
        this.mending = mending;
        this.settling = settling;
        this.signing = signing;
        this.sending = sending;
        this.outbox = outbox;
        this.gas = gas;
        this.settings = settings;
        this.comparedAt = System.nanoTime() - settings.compareEvery().toNanos();
    }

    /**
     * One look at everything.
     *
     * @return whether something is on its way, so that another look soon is worth while
     * @throws NodeSilentException when no node answers
     */
    boolean pass() {
        ChainNode node = firstThatAnswers();
        Optional<Deployment> known = deployer.deployment(node);
        if (known.isEmpty()) {
            return true;
        }
        Deployment deployment = known.get();
        compareNowAndThen(node, deployment);
        settleAll(node, deployment);
        if (sendLost(node, deployment) && deployed(node, deployment)) {
            sign(node, deployment);
            for (byte[] account : transactions.accountsUnderWay()) {
                giveUpIfTooBig(node, deployment, sending.sendNext(node, transactions.underWay(account)));
            }
            settleAll(node, deployment);
        }
        return transactions.anyUnderWay();
    }

    private void compareNowAndThen(ChainNode node, Deployment deployment) {
        if (System.nanoTime() - comparedAt >= settings.compareEvery().toNanos()) {
            mending.mend(node, deployment);
            comparedAt = System.nanoTime();
        }
    }

    private void settleAll(ChainNode node, Deployment deployment) {
        for (byte[] account : transactions.accountsUnderWay()) {
            for (StoredTransaction transaction : transactions.underWay(account)) {
                if (!settling.settle(node, deployment, transaction)) {
                    break; // those with a higher nonce cannot stand in a block either
                }
                refill(node, deployment, transaction);
            }
        }
    }

    /** The chain gets the next batch before the others that it has worked off are stored, so that it never runs dry. */
    private void refill(ChainNode node, Deployment deployment, StoredTransaction settled) {
        if (!settled.deploys() && transactions.firstLost().isEmpty()) {
            sign(node, deployment);
        }
    }

    /** Each goes out as soon as it is signed, so that the chain works on it while the next is made. */
    private void sign(ChainNode node, Deployment deployment) {
        signing.signWaiting(
                node,
                deployment,
                account -> giveUpIfTooBig(node, deployment, sending.send(node, transactions.underWay(account))));
    }

    /** Sends what the chain has lost, one after the other in the order in which it stood; true when all stands again. */
    private boolean sendLost(ChainNode node, Deployment deployment) {
        Optional<StoredTransaction> lost = transactions.firstLost();
        while (lost.isPresent()) {
            StoredTransaction next = lost.get();
            sending.send(
                    node,
                    transactions.underWay(next.account()).stream()
                            .filter(before -> before.nonce() <= next.nonce())
                            .toList());
            if (!settling.settle(node, deployment, next)) {
                return false;
            }
            lost = transactions.firstLost().filter(following -> following.id() != next.id());
        }
        return true;
    }

    /** What asks for too much gas is given up; its entries go again in smaller transactions, the first in its place. */
    private void giveUpIfTooBig(ChainNode node, Deployment deployment, Optional<StoredTransaction> asksTooMuch) {
        asksTooMuch.filter(tooBig -> gas.shrink(outbox.sentWith(tooBig.id()))).ifPresent(tooBig -> {
            settling.supersede(
                    node,
                    deployment,
                    tooBig,
                    Incidents.Kind.TOO_MUCH_GAS,
                    "the node of " + node.name() + " finds that it asks for too much gas");
            mending.willBeFilled(tooBig.account());
        });
    }

    private boolean deployed(ChainNode node, Deployment deployment) {
        Optional<StoredTransaction> creation = transactions.underWay(accounts.address(Party.PLATFORM)).stream()
                .filter(StoredTransaction::deploys)
                .findFirst();
        if (creation.isPresent()) {
            sending.send(node, List.of(creation.get()));
            settling.settle(node, deployment, creation.get());
        }
        return contract.stands(node, deployment, creation.isPresent());
    }

    private ChainNode firstThatAnswers() {
        NodeSilentException last = new NodeSilentException("all parties", "no node is configured");
        for (ChainNode node : nodes.inOrder()) {
            try {
                nodes.requireOurChain(node);
                return node;
            } catch (NodeSilentException silent) {
                last = silent;
            }
        }
        throw last;
    }
}
