package org.yinxin.review;

/** One automatic check and its result. */
public record Check(Kind kind, boolean passed) {

    /** What is checked, each time the case is opened, against the registers and the books as they are then. */
    public enum Kind {
        REGISTER_ACTIVE,
        USCC_CHECK_CHARACTER,
        LEGAL_REPRESENTATIVE,
        REGISTER_UNCHANGED,
        FILING_IN_USE,
        FILING_MATCHES,
        NO_SEAL_IN_FORCE,
        NO_OTHER_APPLICATION,
        SEAL_IN_FORCE,
        KEY_ENROLLED,
        KEY_SERVES_NO_OTHER,
        KEY_IS_NEW,
        FILE_INTACT,
        IMPRINT_THERE
    }
}
