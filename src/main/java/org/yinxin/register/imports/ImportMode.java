package org.yinxin.register.imports;

/** What happens to the good rows of a file when others are not good. */
public enum ImportMode {
    /** One bad row, and nothing of the file is taken. */
    ALL_OR_NOTHING,
    /** Good rows are taken, bad ones are reported. */
    GOOD_ROWS
}
