package org.yinxin.imprint;

import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.PathIterator;
import java.awt.geom.Rectangle2D;

/**
 * A line of text set with the widths its letters ask for.
 *
 * @param outline in em, baseline at 0, y upwards
 * @param width in em
 * @param middle half way between the highest and the lowest ink, in em
 * @param height of the ink in em
 */
record TextLine(Path2D outline, double width, double middle, double height) {

    /** Straight pieces longer than this, in em, are bent as several. */
    private static final double LONGEST_STRAIGHT = 0.08;

    /** From an outline with y downwards. */
    static TextLine upright(Shape outline, double advance, double em) {
        Path2D path = new Path2D.Double(outline, AffineTransform.getScaleInstance(1 / em, -1 / em));
        Rectangle2D box = path.getBounds2D();
        return new TextLine(path, advance / em, box.getCenterY(), box.getHeight());
    }

    /** Letters of the seal font, side by side. */
    static TextLine plain(String text) {
        Path2D path = new Path2D.Double(Path2D.WIND_NON_ZERO);
        double x = 0;
        for (int character : text.codePoints().toArray()) {
            SealFont.Glyph glyph = SealFont.get().glyph(character, text);
            double em = glyph.unitsPerEm();
            path.append(glyph.outline().getPathIterator(new AffineTransform(1 / em, 0, 0, 1 / em, x, 0)), false);
            x += glyph.advance();
        }
        Rectangle2D box = path.getBounds2D();
        return new TextLine(path, x, box.getCenterY(), box.getHeight());
    }

    /**
     * The outline moved point by point, so that letters that join stay joined.
     *
     * @param place where the point x (from the line's middle) and y (from its middle, upwards), in em, comes to lie
     */
    void bend(Path2D ink, Placing place) {
        double[] at = new double[6];
        double lastX = 0;
        double lastY = 0;
        double startX = 0;
        double startY = 0;
        for (PathIterator parts = outline.getPathIterator(null); !parts.isDone(); parts.next()) {
            int kind = parts.currentSegment(at);
            switch (kind) {
                case PathIterator.SEG_MOVETO -> {
                    double[] to = put(place, at[0], at[1]);
                    ink.moveTo(to[0], to[1]);
                    startX = at[0];
                    startY = at[1];
                }
                case PathIterator.SEG_LINETO -> line(ink, place, lastX, lastY, at[0], at[1]);
                case PathIterator.SEG_QUADTO -> {
                    double[] control = put(place, at[0], at[1]);
                    double[] to = put(place, at[2], at[3]);
                    ink.quadTo(control[0], control[1], to[0], to[1]);
                }
                case PathIterator.SEG_CUBICTO -> {
                    double[] first = put(place, at[0], at[1]);
                    double[] second = put(place, at[2], at[3]);
                    double[] to = put(place, at[4], at[5]);
                    ink.curveTo(first[0], first[1], second[0], second[1], to[0], to[1]);
                }
                default -> {
                    line(ink, place, lastX, lastY, startX, startY);
                    ink.closePath();
                }
            }
            int last = kind == PathIterator.SEG_QUADTO ? 2 : kind == PathIterator.SEG_CUBICTO ? 4 : 0;
            lastX = kind == PathIterator.SEG_CLOSE ? startX : at[last];
            lastY = kind == PathIterator.SEG_CLOSE ? startY : at[last + 1];
        }
    }

    private void line(Path2D ink, Placing place, double fromX, double fromY, double toX, double toY) {
        int pieces = (int) Math.ceil(Math.hypot(toX - fromX, toY - fromY) / LONGEST_STRAIGHT);
        for (int i = 1; i <= pieces; i++) {
            double part = (double) i / pieces;
            double[] to = put(place, fromX + part * (toX - fromX), fromY + part * (toY - fromY));
            ink.lineTo(to[0], to[1]);
        }
    }

    private double[] put(Placing place, double x, double y) {
        return place.of(x - width / 2, y - middle);
    }

    /** Where a point of the line comes to lie. */
    @FunctionalInterface
    interface Placing {
        double[] of(double x, double y);
    }
}
