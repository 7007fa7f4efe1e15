package org.yinxin.sealing.pdf.verification;

/** Bytes that are not what ISO 32000-2 asks for at their place. */
class MalformedPdfException extends RuntimeException {

    private final int place;

    MalformedPdfException(String expected, int place) {
        super("No " + expected + " at byte " + place);
        this.place = place;
    }

    int place() {
        return place;
    }
}
