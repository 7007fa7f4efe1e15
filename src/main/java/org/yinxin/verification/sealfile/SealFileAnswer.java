package org.yinxin.verification.sealfile;

/** What a seal file is worth, in one word. */
public enum SealFileAnswer {
    /** Ours, byte for byte, and in force. */
    OURS_IN_FORCE("valid"),
    /** Ours, byte for byte, but not in force now. */
    OURS_NOT_IN_FORCE("invalid"),
    /** It bears the number of one of our seals and is not that seal. */
    IMPOSTOR("invalid"),
    /** Its maker's signature does not hold: somebody changed it, or nobody ever signed it. */
    BROKEN("invalid"),
    /** Sound in itself; we do not know who made it. */
    STRANGER("unknown"),
    /** Its maker's signature is of a kind that we cannot check. */
    NOT_CHECKABLE("unknown");

    private final String style;

    SealFileAnswer(String style) {
        this.style = style;
    }

    /** The verdict band that says it. */
    public String style() {
        return style;
    }

    public String key() {
        return "seal-file.answer." + name();
    }
}
