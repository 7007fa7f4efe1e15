package org.yinxin.mandate;

import java.util.Locale;

/** What happens to a mandate. */
public enum MandateStep {
    /** Three bureaus approved the legal representative's key with the seal. */
    ROOT,
    /** The giver writes down whom it is for and its limits. */
    OFFER,
    ACCEPT,
    DECLINE,
    /** The giver takes the offer back. */
    CANCEL,
    /** The offer was not taken up in time. */
    LAPSE,
    /** The key above signs it. */
    SIGN,
    RECORD,
    REFUSE,
    /** A key above takes it away. */
    WITHDRAW,
    /** The holder gives it up. */
    GIVE_UP,
    RECORD_WITHDRAWAL,
    REFUSE_WITHDRAWAL,
    /** The one above is no longer in force. */
    FALL,
    /** Its period is over. */
    END;

    /** The key of its words in a history. */
    public String key() {
        return "mandate.step." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
