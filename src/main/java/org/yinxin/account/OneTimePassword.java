package org.yinxin.account;

import java.time.Instant;
import java.util.UUID;

/** A password made for somebody, to be handed over once; it cannot be shown again. */
public record OneTimePassword(UUID personId, String name, String staffNumber, String password, Instant validUntil) {}
