package org.yinxin.ledger;

import java.util.UUID;

/** An entry waits in the outbox; wakes the writer after the commit. */
record EntryAdded(UUID entryId) {}
