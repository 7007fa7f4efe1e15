package org.yinxin.sealing.pdf;

/** A file that cannot be used, with the reason. */
public final class PdfRefusedException extends RuntimeException {

    private final PdfRefusal reason;

    public PdfRefusedException(PdfRefusal reason) {
        super("PDF refused: " + reason);
        this.reason = reason;
    }

    public PdfRefusedException(PdfRefusal reason, Throwable cause) {
        super("PDF refused: " + reason, cause);
        this.reason = reason;
    }

    public PdfRefusal reason() {
        return reason;
    }
}
