package org.yinxin.register;

import java.time.Instant;

/**
 * A filing with what its keepers must know.
 *
 * @param enterpriseName the Chinese name of the enterprise that uses the seal
 * @param version what a form hands back, so that nobody overwrites another's change unseen
 */
public record FilingRecord(SealFiling filing, String enterpriseName, long version, Instant changedAt) {}
