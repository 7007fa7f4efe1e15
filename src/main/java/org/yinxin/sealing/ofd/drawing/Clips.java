package org.yinxin.sealing.ofd.drawing;

import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.PathIterator;
import java.awt.geom.Rectangle2D;
import org.yinxin.sealing.ofd.XmlElement;

/** Clips of an object (8.4): what lies inside every clip is drawn, a clip being all of its areas together. */
final class Clips {

    /** Java's clipping takes the square of a path's length, so longer ones clip by their bounds. */
    private static final int MOST_POINTS = 1_500;

    private static final int MOST_CLIPS = 16;

    private final TextDrawer texts;

    Clips(TextDrawer texts) {
        this.texts = texts;
    }

    /** @param sheet in the coordinates of the object's boundary, before its own transformation */
    void apply(XmlElement object, Sheet sheet) {
        XmlElement clips = object.child("Clips");
        if (clips == null) {
            return;
        }
        boolean transformed = Numbers.flag(clips.attribute("TransFlag"), true);
        AffineTransform own = transformed ? Transforms.of(object.attribute("CTM")) : new AffineTransform();
        clips.children().stream()
                .filter(clip -> clip.name().equals("Clip"))
                .limit(MOST_CLIPS)
                .forEach(clip -> sheet.clip(simple(areas(clip, own, sheet.budget()))));
    }

    private Path2D areas(XmlElement clip, AffineTransform own, Budget budget) {
        Path2D together = new Path2D.Double(Path2D.WIND_NON_ZERO);
        for (XmlElement area : clip.children()) {
            AffineTransform place = new AffineTransform(own);
            place.concatenate(Transforms.of(area.attribute("CTM")));
            for (XmlElement shape : area.children()) {
                budget.object();
                AffineTransform inner = new AffineTransform(place);
                inner.concatenate(Transforms.place(shape));
                if (shape.name().equals("Path")) {
                    together.append(PathDrawer.outline(shape, budget).getPathIterator(inner), false);
                } else if (shape.name().equals("Text")) {
                    together.append(texts.outline(shape, budget).getPathIterator(inner), false);
                }
            }
        }
        return together;
    }

    private static Shape simple(Path2D path) {
        Rectangle2D bounds = path.getBounds2D();
        int points = 0;
        boolean corners = true;
        double[] to = new double[6];
        for (PathIterator steps = path.getPathIterator(null); !steps.isDone(); steps.next()) {
            points++;
            int kind = steps.currentSegment(to);
            corners &= kind == PathIterator.SEG_CLOSE || kind <= PathIterator.SEG_LINETO && corner(to, bounds);
        }
        return corners && points >= 4 && points <= 6 || points > MOST_POINTS ? bounds : path;
    }

    private static boolean corner(double[] point, Rectangle2D bounds) {
        double near = 1e-6 * (bounds.getWidth() + bounds.getHeight()) + 1e-9;
        boolean side = Math.abs(point[0] - bounds.getMinX()) < near || Math.abs(point[0] - bounds.getMaxX()) < near;
        boolean end = Math.abs(point[1] - bounds.getMinY()) < near || Math.abs(point[1] - bounds.getMaxY()) < near;
        return side && end;
    }
}
