package org.yinxin.sealing;

import java.util.UUID;

/** A draft is being stamped, or has been, and cannot be changed any more. */
public class DraftInUseException extends RuntimeException {

    private final UUID draft;

    DraftInUseException(UUID draft) {
        super("Draft " + draft + " is being stamped");
        this.draft = draft;
    }

    public UUID draft() {
        return draft;
    }
}
