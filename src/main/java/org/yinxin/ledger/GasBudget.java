package org.yinxin.ledger;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.stereotype.Component;

/**
 * How much gas one transaction may ask for: the cap of EIP-7825, or less once a node said that it was too much. It packs
 * batches by what each of their entries may need.
 */
@Component
class GasBudget {

    private final Accounts accounts;
    private final int batch;
    private final AtomicLong budget;

    GasBudget(Accounts accounts, LedgerSettings settings) {
        this.accounts = accounts;
        this.batch = settings.batch();
        this.budget = new AtomicLong(settings.transactionGas());
    }

    /** How many entries are worth looking at for one transaction. */
    int most() {
        return batch;
    }

    /** As many from the front as one transaction has gas for; the first one always. */
    List<LedgerEntry> pack(List<LedgerEntry> inOrder) {
        if (inOrder.size() < 2 || fits(inOrder)) {
            return inOrder;
        }
        int fitting = 1;
        int tooMany = inOrder.size();
        while (tooMany - fitting > 1) {
            int middle = (fitting + tooMany) >>> 1;
            if (fits(inOrder.subList(0, middle))) {
                fitting = middle;
            } else {
                tooMany = middle;
            }
        }
        return inOrder.subList(0, fitting);
    }

    /** Asks for half of what was too much from now on; false when a single entry was. */
    boolean shrink(List<WaitingEntry> tooMuch) {
        if (tooMuch.size() < 2) {
            return false;
        }
        long half = accounts.gas(tooMuch.stream().map(WaitingEntry::entry).toList()) / 2;
        budget.accumulateAndGet(half, Math::min);
        return true;
    }

    private boolean fits(List<LedgerEntry> entries) {
        return accounts.gas(entries) <= budget.get();
    }
}
