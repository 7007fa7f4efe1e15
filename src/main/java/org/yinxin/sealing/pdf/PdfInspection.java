package org.yinxin.sealing.pdf;

/** The outcome of looking at a file before anything else is done with it. */
public sealed interface PdfInspection {

    /** The file can be stamped. */
    record Accepted(PdfSummary summary) implements PdfInspection {}

    /** The file cannot be stamped. */
    record Refused(PdfRefusal reason) implements PdfInspection {}
}
