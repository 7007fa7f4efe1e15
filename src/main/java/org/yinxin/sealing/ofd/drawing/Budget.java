package org.yinxin.sealing.ofd.drawing;

/** What drawing one page may cost: objects, outline points, edges to scan, picture pixels, time. */
final class Budget {

    private static final int OBJECTS = 200_000;
    private static final int POINTS = 4_000_000;
    private static final int GLYPHS = 200_000;
    private static final double EDGES = 60_000_000;
    private static final long PIXELS = 120_000_000;

    private final long deadline;
    private int objects;
    private int points;
    private int glyphs;
    private double edges;
    private long pixels;

    /** @param deadline in the time of {@link System#nanoTime()} */
    Budget(long deadline) {
        this.deadline = deadline;
    }

    void object() {
        objects++;
        check(objects <= OBJECTS);
    }

    void point() {
        points++;
        check(points <= POINTS);
    }

    void glyph() {
        glyphs++;
        check(glyphs <= GLYPHS);
    }

    /** @param rows how many rows of the picture the edges of a shape cross altogether */
    void edges(double rows) {
        edges += rows;
        check(edges <= EDGES);
    }

    void pixels(long more) {
        pixels += more;
        check(more >= 0 && pixels <= PIXELS);
    }

    private void check(boolean within) {
        if (!within || System.nanoTime() - deadline > 0) {
            throw new TooCostlyException();
        }
    }
}
