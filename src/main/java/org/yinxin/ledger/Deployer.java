package org.yinxin.ledger;

import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Gives the ledger its contract: signed and written down once, whoever of several instances is first. */
@Component
class Deployer {

    private final Deployments deployments;
    private final Transactions transactions;
    private final Accounts accounts;
    private final TransactionTemplate inTransaction;

    Deployer(Deployments deployments, Transactions transactions, Accounts accounts, TransactionTemplate inTransaction) {
        this.deployments = deployments;
        this.transactions = transactions;
        this.accounts = accounts;
        this.inTransaction = inTransaction;
    }

    /** Empty while another instance is about to write it down. */
    Optional<Deployment> deployment(ChainNode node) {
        Optional<Deployment> current = deployments.current();
        if (current.isPresent()) {
            return current;
        }
        long chainId = node.chainId();
        long nonce = node.transactionCount(accounts.address(Party.PLATFORM));
        return Objects.requireNonNullElse(inTransaction.execute(status -> writeDown(chainId, nonce)), Optional.empty());
    }

    private Optional<Deployment> writeDown(long chainId, long nonce) {
        if (!transactions.lock(accounts.address(Party.PLATFORM))) {
            return Optional.empty();
        }
        Optional<Deployment> quicker = deployments.current();
        if (quicker.isPresent()) {
            return quicker;
        }
        Deployment deployment = deployments.add(chainId, accounts.contractAt(nonce));
        transactions.add(deployment, true, accounts.deploy(chainId, nonce));
        return Optional.of(deployment);
    }
}
