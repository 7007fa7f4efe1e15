package org.yinxin.ledger;

/** What an entry records. */
public enum EntryKind {
    DECISION,
    SEAL_ISSUE,
    SEAL_TRANSITION,
    SEAL_RENEWAL,
    USE
}
