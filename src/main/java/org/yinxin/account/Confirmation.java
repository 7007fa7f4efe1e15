package org.yinxin.account;

import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;

/** That the person themself sat before the browser at that moment: they gave their password or their passkey. */
record Confirmation(UUID personId, Instant at) implements Serializable {}
