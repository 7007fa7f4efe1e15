package org.yinxin.ledger;

/** What an entry records. */
public enum EntryKind {
    DECISION,
    SEAL_ISSUE,
    SEAL_TRANSITION,
    SEAL_ACTIVATION,
    SEAL_RENEWAL,
    KEY_REPLACEMENT,
    MANDATE_GIVEN,
    MANDATE_WITHDRAWN,
    USE,
    USE_MARK
}
