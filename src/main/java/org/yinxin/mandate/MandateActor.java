package org.yinxin.mandate;

import java.util.Locale;

/** Who moves a mandate on. */
public enum MandateActor {
    /** Whoever holds a mandate above it. */
    GIVER,
    /** Whom it is for. */
    HOLDER,
    /** The chain answered. */
    LEDGER,
    /** Time went by, or the one above fell. */
    PLATFORM;

    /** The key of its word. */
    public String key() {
        return "mandate.actor." + name().toLowerCase(Locale.ROOT);
    }
}
