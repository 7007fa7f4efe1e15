package org.yinxin.sealing.ofd;

import org.jspecify.annotations.Nullable;

/** A file that cannot be used, with the reason and, where there is one, the part that gave it. */
public final class OfdRefusedException extends RuntimeException {

    private final OfdRefusal reason;
    private final @Nullable String part;

    public OfdRefusedException(OfdRefusal reason) {
        this(reason, null, null);
    }

    public OfdRefusedException(OfdRefusal reason, @Nullable String part) {
        this(reason, part, null);
    }

    public OfdRefusedException(OfdRefusal reason, @Nullable String part, @Nullable Throwable cause) {
        super("OFD refused: " + reason + (part == null ? "" : " in " + part), cause);
        this.reason = reason;
        this.part = part;
    }

    public OfdRefusal reason() {
        return reason;
    }

    /** The path inside the package; absent when the file as a whole is refused. */
    public @Nullable String part() {
        return part;
    }
}
