package org.yinxin.ledger;

import java.util.List;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Gives waiting entries a nonce and a signature, one owner of an account's nonces at a time. */
@Component
class Signing {

    private final Outbox outbox;
    private final Transactions transactions;
    private final Accounts accounts;
    private final Signers signers;
    private final GasBudget gas;
    private final LedgerSettings settings;
    private final TransactionTemplate inTransaction;

    Signing(
            Outbox outbox,
            Transactions transactions,
            Accounts accounts,
            Signers signers,
            GasBudget gas,
            LedgerSettings settings,
            TransactionTemplate inTransaction) {
        this.outbox = outbox;
        this.transactions = transactions;
        this.accounts = accounts;
        this.signers = signers;
        this.gas = gas;
        this.settings = settings;
        this.inTransaction = inTransaction;
    }

    /**
     * Signs what may go, up to as many transactions as may be on their way at once.
     *
     * @param signed is told the account after each, so that the chain works on the first while the next is signed
     */
    void signWaiting(ChainNode node, Deployment deployment, Consumer<byte[]> signed) {
        for (Party party : outbox.waiting()) {
            if (signers.worthAsking(party)) {
                signAll(node, deployment, party, signed);
            }
        }
    }

    private void signAll(ChainNode node, Deployment deployment, Party party, Consumer<byte[]> signed) {
        byte[] account = accounts.address(party);
        if (transactions.countUnderWay(account) >= settings.underWay()) {
            return;
        }
        long count = node.transactionCount(account);
        try {
            while (Boolean.TRUE.equals(inTransaction.execute(status -> signNext(deployment, party, count)))) {
                // one database transaction each, so that a crash loses none that was written down
                signers.signed(party);
                signed.accept(account);
            }
        } catch (CouldNotSignException e) {
            signers.failed(e);
        }
    }

    private boolean signNext(Deployment deployment, Party party, long transactionCount) {
        byte[] account = accounts.address(party);
        if (!transactions.lock(account) || transactions.countUnderWay(account) >= settings.underWay()) {
            return false;
        }
        List<LedgerEntry> entries = outbox.next(party, gas);
        if (entries.isEmpty()) {
            return false;
        }
        long nonce = transactions.nextNonce(account, transactionCount);
        SignedTransaction signed = accounts.sign(deployment.chainId(), deployment.contract(), nonce, party, entries);
        outbox.sentWith(transactions.add(deployment, false, signed), entries);
        return true;
    }
}
