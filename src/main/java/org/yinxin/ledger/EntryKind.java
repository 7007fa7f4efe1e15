package org.yinxin.ledger;

/** What an entry records. */
public enum EntryKind {
    DECISION(LedgerEntry.Decision.class, "ApplicationDecided"),
    SEAL_ISSUE(LedgerEntry.SealIssue.class, "SealIssued"),
    SEAL_TRANSITION(LedgerEntry.SealTransition.class, "SealMoved"),
    SEAL_ACTIVATION(LedgerEntry.SealActivation.class, "SealMoved"),
    SEAL_RENEWAL(LedgerEntry.SealRenewal.class, "SealRenewed"),
    KEY_REPLACEMENT(LedgerEntry.KeyReplacement.class, "RootReplaced"),
    MANDATE_GIVEN(LedgerEntry.MandateGiven.class, "MandateGiven"),
    MANDATE_WITHDRAWN(LedgerEntry.MandateWithdrawn.class, "MandateWithdrawn"),
    USE(LedgerEntry.Use.class, "UseRecorded"),
    USE_MARK(LedgerEntry.UseMark.class, "UseMarked");

    private final Class<? extends LedgerEntry> type;
    private final String event;

    EntryKind(Class<? extends LedgerEntry> type, String event) {
        this.type = type;
        this.event = event;
    }

    /** The contract's event that says that it was recorded. */
    String event() {
        return event;
    }

    Class<? extends LedgerEntry> type() {
        return type;
    }

    static EntryKind of(LedgerEntry entry) {
        return switch (entry) {
            case LedgerEntry.Decision d -> DECISION;
            case LedgerEntry.SealIssue i -> SEAL_ISSUE;
            case LedgerEntry.SealTransition t -> SEAL_TRANSITION;
            case LedgerEntry.SealActivation a -> SEAL_ACTIVATION;
            case LedgerEntry.SealRenewal r -> SEAL_RENEWAL;
            case LedgerEntry.KeyReplacement k -> KEY_REPLACEMENT;
            case LedgerEntry.MandateGiven g -> MANDATE_GIVEN;
            case LedgerEntry.MandateWithdrawn w -> MANDATE_WITHDRAWN;
            case LedgerEntry.Use u -> USE;
            case LedgerEntry.UseMark m -> USE_MARK;
        };
    }
}
