package org.yinxin.ledger;

/** What an entry records. */
public enum EntryKind {
    DECISION(LedgerEntry.Decision.class),
    SEAL_ISSUE(LedgerEntry.SealIssue.class),
    SEAL_TRANSITION(LedgerEntry.SealTransition.class),
    SEAL_ACTIVATION(LedgerEntry.SealActivation.class),
    SEAL_RENEWAL(LedgerEntry.SealRenewal.class),
    KEY_REPLACEMENT(LedgerEntry.KeyReplacement.class),
    MANDATE_GIVEN(LedgerEntry.MandateGiven.class),
    MANDATE_WITHDRAWN(LedgerEntry.MandateWithdrawn.class),
    USE(LedgerEntry.Use.class),
    USE_MARK(LedgerEntry.UseMark.class);

    private final Class<? extends LedgerEntry> type;

    EntryKind(Class<? extends LedgerEntry> type) {
        this.type = type;
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
