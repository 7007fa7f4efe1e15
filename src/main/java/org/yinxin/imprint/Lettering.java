package org.yinxin.imprint;

import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;

/** Sets text of a given size, in millimetres, and appends its outlines to the ink. */
final class Lettering {

    /** Half way between the descent and the ascent of Chinese characters in their em box. */
    private static final double IDEOGRAPH_MIDDLE = 0.38;

    private final Path2D ink;

    Lettering(Path2D ink) {
        this.ink = ink;
    }

    /** Along the upper half of an oval, evenly over the arc length between the first and last character's middle. */
    void arch(String text, Oval middle, double arcLength, double width, double height) {
        int[] characters = text.codePoints().toArray();
        double step = arcLength / Math.max(1, characters.length - 1);
        for (int i = 0; i < characters.length; i++) {
            double along = characters.length == 1 ? 0 : i * step - arcLength / 2;
            put(characters[i], text, middle.fromTop(along), width, height, IDEOGRAPH_MIDDLE);
        }
    }

    /** Along the lower half of an oval, heads inwards, middles a step apart. */
    void bowl(String text, Oval middle, double step, double width, double height) {
        int[] characters = text.codePoints().toArray();
        for (int i = 0; i < characters.length; i++) {
            double along = (i - (characters.length - 1) / 2.0) * step;
            put(characters[i], text, middle.fromBottom(along), width, height, 0.36);
        }
    }

    /** On a level line around the given middle, middles a step apart. */
    void line(String text, double x, double y, double step, double width, double height) {
        int[] characters = text.codePoints().toArray();
        for (int i = 0; i < characters.length; i++) {
            double along = (i - (characters.length - 1) / 2.0) * step;
            put(characters[i], text, Oval.Place.level(x + along, y), width, height, IDEOGRAPH_MIDDLE);
        }
    }

    /** Along the upper half of an oval with the letters' own widths; sizes of an em in millimetres. */
    void arch(TextLine text, Oval middle, double emWidth, double emHeight) {
        text.bend(ink, (x, y) -> offset(middle.fromTop(x * emWidth), y * emHeight));
    }

    /** Along the lower half of an oval, heads inwards, with the letters' own widths. */
    void bowl(TextLine text, Oval middle, double emWidth, double emHeight) {
        text.bend(ink, (x, y) -> offset(middle.fromBottom(x * emWidth), y * emHeight));
    }

    /** On a level line around the given middle with the letters' own widths. */
    void line(TextLine text, double middleX, double middleY, double emWidth, double emHeight) {
        text.bend(ink, (x, y) -> new double[] {middleX + x * emWidth, middleY - y * emHeight});
    }

    private static double[] offset(Oval.Place place, double up) {
        return new double[] {place.x() + place.alongY() * up, place.y() - place.alongX() * up};
    }

    private void put(int codePoint, String text, Oval.Place place, double width, double height, double middle) {
        SealFont.Glyph glyph = SealFont.get().glyph(codePoint, text);
        double sx = width / glyph.unitsPerEm();
        double sy = height / glyph.unitsPerEm();
        AffineTransform toSeal = new AffineTransform(
                place.alongX() * sx,
                place.alongY() * sx,
                place.alongY() * sy,
                -place.alongX() * sy,
                place.x(),
                place.y());
        toSeal.translate(-centre(glyph), -middle * glyph.unitsPerEm());
        ink.append(glyph.outline().getPathIterator(toSeal), false);
    }

    /** Brackets and other half-empty signs sit by their ink, or the name would seem to have holes. */
    private static double centre(SealFont.Glyph glyph) {
        Rectangle2D box = glyph.outline().getBounds2D();
        return box.isEmpty() ? 0 : box.getCenterX();
    }
}
