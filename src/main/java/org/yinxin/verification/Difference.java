package org.yinxin.verification;

import java.util.Locale;

/** Where our books and the authorities' record of a seal part. */
public enum Difference {
    /** The authorities' record holds no such seal. */
    MISSING,
    STATUS,
    VERSION,
    PERIOD,
    /** The seal file is not the one that was recorded at issue. */
    SEAL_FILE,
    /** The books name another owner, number, kind or picture than the recorded seal file. */
    OWNER,
    NUMBER,
    KIND,
    IMPRINT,
    /** The comparison of all books with the authorities' record found something about the seal. */
    RECORD;

    /** The key of its words. */
    public String key() {
        return "verification.difference." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
