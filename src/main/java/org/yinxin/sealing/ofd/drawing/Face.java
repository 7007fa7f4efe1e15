package org.yinxin.sealing.ofd.drawing;

import java.awt.geom.Path2D;

/** A typeface as outlines by glyph number, on an em of one with the y axis upwards. */
interface Face {

    /** @return the glyph of a character, 0 when the face has none */
    int glyph(int codePoint);

    /** @return never null; empty for blanks and for glyphs that cannot be drawn */
    Path2D outline(int glyph);

    /** @return how far the pen moves on, in em */
    double advance(int glyph);

    /** Whether glyph numbers in the document mean this face's glyphs. */
    boolean embedded();
}
