package org.yinxin.sealing.ofd.text;

import java.util.List;

/**
 * Characters that follow each other in one straight line.
 *
 * @param direction in which they are read, of length 1
 */
record Run(List<Glyph> glyphs, Point direction) {

    private static final double WIDEST_GAP = 2;
    private static final double DEEPEST_OVERLAP = 0.6;
    private static final double OFF_THE_LINE = 0.4;

    Run {
        glyphs = List.copyOf(glyphs);
    }

    Glyph first() {
        return glyphs.getFirst();
    }

    Glyph last() {
        return glyphs.getLast();
    }

    /** Whether the other one goes on where this one ends. */
    boolean isFollowedBy(Run next) {
        return direction.along(next.direction) > 0.999 && isFollowedBy(last(), next.first(), direction);
    }

    static boolean isFollowedBy(Glyph last, Glyph next, Point direction) {
        double size = Math.max(last.size(), next.size());
        Point way = next.origin().minus(last.origin());
        double gap = way.along(direction) - Math.max(extent(last, direction), 0);
        return Math.abs(way.across(direction)) < size * OFF_THE_LINE
                && gap < size * WIDEST_GAP
                && gap > -size * DEEPEST_OVERLAP;
    }

    /** How much of the line a character takes: its width, or its height where it is read downwards. */
    private static double extent(Glyph glyph, Point direction) {
        return Math.max(
                Math.abs(glyph.right().along(direction)), Math.abs(glyph.up().along(direction)));
    }
}
