package org.yinxin.ledger;

import org.jspecify.annotations.Nullable;

/** What became of an entry in a block. */
record Verdict(
        WaitingEntry waiting,
        Recording.Status status,
        @Nullable Receipt receipt,
        @Nullable String refusal) {

    static Verdict recorded(WaitingEntry waiting, Receipt receipt) {
        return new Verdict(waiting, Recording.Status.RECORDED, receipt, null);
    }

    static Verdict refused(WaitingEntry waiting, String refusal, @Nullable Receipt receipt) {
        return new Verdict(waiting, Recording.Status.REFUSED, receipt, refusal);
    }

    /** The block says nothing of the entry: it must go again. */
    static Verdict unheard(WaitingEntry waiting) {
        return new Verdict(waiting, Recording.Status.WAITING, null, null);
    }

    LedgerEntry entry() {
        return waiting.entry();
    }
}
