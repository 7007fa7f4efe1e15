package org.yinxin.sealing.ofd.drawing;

import java.awt.AlphaComposite;
import java.awt.Graphics2D;
import java.awt.Paint;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.Stroke;
import java.awt.geom.AffineTransform;
import java.awt.geom.PathIterator;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import org.yinxin.sealing.ofd.OfdBox;

/** A picture that is drawn on in millimetres, with every stroke paid from the page's budget. */
final class Sheet {

    private final Graphics2D pen;
    private final Budget budget;
    private final int rows;

    private Sheet(Graphics2D pen, Budget budget, int rows) {
        this.pen = pen;
        this.budget = budget;
        this.rows = rows;
    }

    static Sheet on(BufferedImage picture, double dotsPerMm, Budget budget) {
        Graphics2D pen = picture.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        pen.clipRect(0, 0, picture.getWidth(), picture.getHeight());
        pen.scale(dotsPerMm, dotsPerMm);
        return new Sheet(pen, budget, picture.getHeight());
    }

    /** The same sheet with a transformation and a clip of its own; to be closed after use. */
    Sheet part() {
        return new Sheet((Graphics2D) pen.create(), budget, rows);
    }

    void close() {
        pen.dispose();
    }

    Budget budget() {
        return budget;
    }

    void move(double x, double y) {
        pen.translate(x, y);
    }

    void transform(AffineTransform more) {
        pen.transform(more);
    }

    void alpha(int alpha) {
        if (alpha < 255) {
            float inherited = ((AlphaComposite) pen.getComposite()).getAlpha();
            pen.setComposite(AlphaComposite.SrcOver.derive(inherited * Math.max(0, alpha) / 255f));
        }
    }

    void fill(Shape shape, Paint paint) {
        AffineTransform place = pen.getTransform();
        budget.edges(edges(shape.getPathIterator(place)));
        pen.setPaint(paint);
        pen.fill(shape);
    }

    void stroke(Shape shape, Stroke stroke, Paint paint) {
        budget.edges(2 * edges(shape.getPathIterator(pen.getTransform())));
        pen.setPaint(paint);
        pen.setStroke(stroke);
        pen.draw(shape);
    }

    void picture(BufferedImage picture, AffineTransform place) {
        pen.drawImage(picture, place, null);
    }

    void clip(OfdBox box) {
        clip(new Rectangle2D.Double(box.x(), box.y(), box.width(), box.height()));
    }

    /** Upright rectangles keep the dots that they merely touch, or thin lines at their edge would fade. */
    void clip(Shape shape) {
        AffineTransform place = pen.getTransform();
        boolean upright =
                place.getShearX() == 0 && place.getShearY() == 0 || place.getScaleX() == 0 && place.getScaleY() == 0;
        if (shape instanceof Rectangle2D && upright) {
            Rectangle dots = place.createTransformedShape(shape).getBounds();
            dots.grow(1, 1);
            pen.setTransform(new AffineTransform());
            pen.clip(dots);
            pen.setTransform(place);
        } else {
            pen.clip(shape);
        }
    }

    /** How many dots a unit of the present coordinates is long. */
    double dots() {
        return Math.sqrt(Math.abs(pen.getTransform().getDeterminant()));
    }

    /** How many dots the unit square's sides are long. */
    double[] unitSquare(AffineTransform place) {
        AffineTransform all = pen.getTransform();
        all.concatenate(place);
        return new double[] {Math.hypot(all.getScaleX(), all.getShearY()), Math.hypot(all.getShearX(), all.getScaleY())
        };
    }

    boolean shows(Rectangle2D bounds) {
        Rectangle clip = pen.getClipBounds();
        return clip == null
                || clip.intersects(bounds.getX() - 1, bounds.getY() - 1, bounds.getWidth() + 2, bounds.getHeight() + 2);
    }

    private double edges(PathIterator path) {
        double[] to = new double[6];
        double y = 0;
        double crossed = 0;
        while (!path.isDone()) {
            int points = switch (path.currentSegment(to)) {
                case PathIterator.SEG_CLOSE -> 0;
                case PathIterator.SEG_QUADTO -> 2;
                case PathIterator.SEG_CUBICTO -> 3;
                default -> 1;
            };
            budget.point();
            for (int i = 0; i < points; i++) {
                double next = Math.clamp(to[2 * i + 1], -1, rows + 1);
                crossed += Math.abs(next - y) + 1;
                y = next;
            }
            path.next();
        }
        return crossed;
    }
}
