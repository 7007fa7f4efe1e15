package org.yinxin.account;

import java.time.Instant;

/** A place where a person is signed in. */
public record OpenSession(Instant since, Instant lastUsed, String browser, String address, boolean current) {}
