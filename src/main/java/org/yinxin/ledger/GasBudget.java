package org.yinxin.ledger;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.stereotype.Component;

/**
 * How much gas one transaction may ask for: the cap of EIP-7825, or less once a node said that it was too much. It packs
 * batches by what each of their entries may need. What stood in a batch that was reverted as a whole goes alone, so that one
 * entry that brings a batch down takes no other with it.
 */
@Component
class GasBudget {

    /** Who is forgotten is only tried in a batch once more. */
    private static final int REMEMBERED = 10_000;

    private final Accounts accounts;
    private final int batch;
    private final AtomicLong budget;
    private final Set<UUID> alone = Collections.newSetFromMap(Collections.synchronizedMap(new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<UUID, Boolean> eldest) {
            return size() > REMEMBERED;
        }
    }));

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
    List<LedgerEntry> pack(List<LedgerEntry> next) {
        List<LedgerEntry> inOrder = untilAlone(next);
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

    /** From now on these go each in a transaction of its own. */
    void takeApart(List<WaitingEntry> together) {
        together.forEach(waiting -> alone.add(waiting.entry().id()));
    }

    private List<LedgerEntry> untilAlone(List<LedgerEntry> next) {
        int first = 0;
        while (first < next.size() && !alone.contains(next.get(first).id())) {
            first++;
        }
        return next.subList(0, Math.min(next.size(), Math.max(1, first)));
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
