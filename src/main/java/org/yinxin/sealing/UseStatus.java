package org.yinxin.sealing;

import java.util.Locale;

/** How far a use has come. */
public enum UseStatus {
    /** It is settled what is to be signed; nobody has signed it yet. */
    REQUESTED,
    /** The holder of the mandate has signed. */
    AUTHORISED,
    /** The sealed document exists and waits for its record. */
    SEALED,
    /** The use is on the chain and numbered. */
    RECORDED,
    /** The sealed document has been handed out. */
    RELEASED,
    /** The chain, or the state of the seal, did not let it happen; no sealed document is left. */
    REFUSED,
    /** It came to nothing before anything was sealed. */
    VOID;

    /** Whether the owner may have the sealed document. */
    public boolean isDownloadable() {
        return this == RECORDED || this == RELEASED;
    }

    /** Whether nothing more can happen by itself. */
    public boolean isSettled() {
        return isDownloadable() || this == REFUSED || this == VOID;
    }

    /** Whether it came to nothing. */
    public boolean isEnded() {
        return this == REFUSED || this == VOID;
    }

    /** What the person who waits is told: {@code waiting}, {@code done}, {@code refused} or {@code void}. */
    public String stage() {
        if (isDownloadable()) {
            return "done";
        }
        return isEnded() ? name().toLowerCase(Locale.ROOT) : "waiting";
    }

    /** The colour of its tag. */
    public String colour() {
        return switch (this) {
            case REQUESTED, AUTHORISED, SEALED -> "blue";
            case RECORDED, RELEASED -> "green";
            case REFUSED -> "red";
            case VOID -> "grey";
        };
    }

    /** The key of its word. */
    public String key() {
        return "stamping.status." + name().toLowerCase(Locale.ROOT);
    }
}
