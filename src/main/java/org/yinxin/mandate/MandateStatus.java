package org.yinxin.mandate;

import java.util.Locale;

/** Where a mandate stands. */
public enum MandateStatus {
    /** Waits for the invited person to accept it with a key. */
    OFFERED,
    /** Waits for the giver's signature over the holder's key. */
    ACCEPTED,
    /** Signed; the chain has not answered yet. */
    GIVEN,
    /** On the chain. */
    IN_FORCE,
    /** Withdrawn or given up and of no effect here; the chain has not answered yet. */
    WITHDRAWING,
    /** Of no effect here, although the chain did not take the withdrawal: that must be signed anew. */
    STOPPED,
    /** Withdrawn on the chain. */
    WITHDRAWN,
    /** Its period is over. */
    ENDED,
    /** Fell with the one above it. */
    FALLEN,
    /** The chain did not take it. */
    REFUSED,
    /** The invited person did not want it. */
    DECLINED,
    /** The giver took the offer back. */
    CANCELLED,
    /** The offer was not taken up in time. */
    LAPSED;

    /** Whether it has yet to come into force. */
    public boolean isOpen() {
        return this == OFFERED || this == ACCEPTED || this == GIVEN;
    }

    /** Whether the chain has yet to answer. */
    public boolean isBeingRecorded() {
        return this == GIVEN || this == WITHDRAWING;
    }

    /** Whether nothing more can happen to it. */
    public boolean isOver() {
        return !isOpen() && this != IN_FORCE && this != WITHDRAWING && this != STOPPED;
    }

    /** The colour of its tag. */
    public String colour() {
        return switch (this) {
            case OFFERED, ACCEPTED, GIVEN, WITHDRAWING -> "blue";
            case IN_FORCE -> "green";
            case STOPPED -> "orange";
            case REFUSED -> "red";
            case WITHDRAWN, ENDED, FALLEN, DECLINED, CANCELLED, LAPSED -> "grey";
        };
    }

    /** The key of its word. */
    public String key() {
        return "mandate.status." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
