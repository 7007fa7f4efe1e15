package org.yinxin.application;

/** What came of looking into an uploaded file. */
public sealed interface FileCheck {

    /** It is what it should be, whatever its name says. */
    record Accepted(FileType type, int pages) implements FileCheck {}

    /** It cannot be taken, and why. */
    record Refused(Reason reason) implements FileCheck {}

    /** Why a file is not taken. */
    enum Reason {
        EMPTY,
        TOO_LARGE,
        WRONG_TYPE,
        BROKEN,
        ENCRYPTED,
        TOO_MANY_PAGES
    }
}
