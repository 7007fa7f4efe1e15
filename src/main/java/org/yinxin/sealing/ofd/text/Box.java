package org.yinxin.sealing.ofd.text;

import java.util.List;

/** The upright rectangle around characters, in millimetres of the page. */
record Box(double left, double top, double right, double bottom) {

    private static final double SAME_PLACE = 0.5;

    static Box around(List<Glyph> glyphs) {
        double left = Double.POSITIVE_INFINITY;
        double top = Double.POSITIVE_INFINITY;
        double right = Double.NEGATIVE_INFINITY;
        double bottom = Double.NEGATIVE_INFINITY;
        for (Glyph glyph : glyphs) {
            Point corner = glyph.lowerLeft();
            Point opposite = corner.plus(glyph.right());
            for (Point point : List.of(corner, opposite, corner.plus(glyph.up()), opposite.plus(glyph.up()))) {
                left = Math.min(left, point.x());
                top = Math.min(top, point.y());
                right = Math.max(right, point.x());
                bottom = Math.max(bottom, point.y());
            }
        }
        return new Box(left, top, right, bottom);
    }

    boolean isFinite() {
        return Double.isFinite(right - left) && Double.isFinite(bottom - top);
    }

    /** Whether the other one was found in the same place, only put together in another way. */
    boolean isSamePlaceAs(Box other) {
        return Math.abs(left + right - other.left - other.right) < 2 * SAME_PLACE
                && Math.abs(top + bottom - other.top - other.bottom) < 2 * SAME_PLACE;
    }
}
