package org.yinxin.sealing.pdf.verification;

/** One line of a cross-reference section (ISO 32000-2, 7.5.4 and 7.5.8). */
sealed interface XrefEntry {

    /** The object's number is given up. */
    record Free() implements XrefEntry {}

    /** The object stands in the file by itself. */
    record Plain(long place, long generation) implements XrefEntry {}

    /** The object stands in an object stream. */
    record Packed(long container, long index) implements XrefEntry {}
}
