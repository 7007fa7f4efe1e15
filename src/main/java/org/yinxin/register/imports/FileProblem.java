package org.yinxin.register.imports;

/** Why a file cannot be read as a whole; each has a message that says what to do ({@code register.import.file.…}). */
public enum FileProblem {
    EMPTY,
    TOO_LARGE,
    ENCODING,
    NOT_TEXT,
    NO_ROWS,
    TOO_MANY_ROWS,
    TOO_MANY_COLUMNS,
    CELL_TOO_LONG,
    BROKEN_QUOTES,
    MISSING_COLUMNS,
    DOUBLE_COLUMN;

    public String messageKey() {
        return "register.import.file." + name();
    }
}
