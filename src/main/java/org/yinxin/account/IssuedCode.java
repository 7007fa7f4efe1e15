package org.yinxin.account;

import java.time.Instant;

/** A code to be read to somebody at the counter; it cannot be shown again. */
public record IssuedCode(String name, String code, Instant validUntil) {}
