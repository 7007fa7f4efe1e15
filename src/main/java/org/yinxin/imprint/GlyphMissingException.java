package org.yinxin.imprint;

/** The seal font has no outline for a character of the text; an empty box is never drawn in its place. */
public class GlyphMissingException extends RuntimeException {

    private final int codePoint;

    GlyphMissingException(int codePoint, String text) {
        super("The seal font has no outline for %s (U+%04X) of %s"
                .formatted(Character.toString(codePoint), codePoint, text));
        this.codePoint = codePoint;
    }

    public int codePoint() {
        return codePoint;
    }
}
