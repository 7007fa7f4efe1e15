package org.yinxin.ledger.reconciliation;

import java.util.List;

/** A module's own book, whose rows say what the chain holds too. */
public interface ComparedBook {

    /**
     * Compares the rows that these facts are about. The ledger's own rows have been compared already; nothing that is still
     * being settled is among the facts.
     */
    void compare(List<ChainFact> facts, Findings findings);

    /** Looks at every row of the book for one that no fact leads to; only a complete comparison asks for it. */
    void compareEveryRow(Findings findings);
}
