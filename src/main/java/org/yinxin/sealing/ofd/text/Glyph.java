package org.yinxin.sealing.ofd.text;

/**
 * A character as it stands on the page.
 *
 * @param origin the left end of its base line
 * @param right from its left to its right side
 * @param up as long as the font is high
 */
record Glyph(int letter, Point origin, Point right, Point up) {

    /** How much of the font's height lies below the base line. */
    private static final double BELOW = 0.15;

    double size() {
        return up.length();
    }

    Point lowerLeft() {
        return origin.minus(up.times(BELOW));
    }

    /** Whether it is the same character again, a hair's breadth away: the field's way to print bold. */
    boolean doubles(Glyph other) {
        return letter == other.letter && origin.minus(other.origin).length() < size() * 0.25;
    }
}
