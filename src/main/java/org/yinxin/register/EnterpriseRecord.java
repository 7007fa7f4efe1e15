package org.yinxin.register;

import java.time.Instant;

/**
 * An entry of the market register with what its keepers must know.
 *
 * @param version what a form hands back, so that nobody overwrites another's change unseen
 */
public record EnterpriseRecord(EnterpriseRow row, long version, Instant changedAt) {

    public EnterpriseEntry entry() {
        return row.entry();
    }
}
