package org.yinxin.sealing.ofd.drawing;

import java.awt.Color;
import java.awt.Paint;
import java.awt.geom.Path2D;
import java.awt.geom.PathIterator;
import org.jspecify.annotations.Nullable;
import org.yinxin.sealing.ofd.XmlElement;

/** Draws path objects (9.1). */
final class PathDrawer {

    private final Colours colours;

    PathDrawer(Colours colours) {
        this.colours = colours;
    }

    static Path2D outline(XmlElement object, Budget budget) {
        XmlElement data = object.child("AbbreviatedData");
        Path2D path = PathData.parse(data == null ? "" : data.text(), budget);
        boolean evenOdd = "Even-Odd".equalsIgnoreCase(object.attribute("Rule"));
        path.setWindingRule(evenOdd ? Path2D.WIND_EVEN_ODD : Path2D.WIND_NON_ZERO);
        return path;
    }

    void draw(XmlElement object, Style style, Sheet sheet) {
        Path2D path = outline(object, sheet.budget());
        if (Numbers.flag(object.attribute("Fill"), false)) {
            XmlElement colour = style.colour("FillColor");
            Paint paint = colour == null ? null : colours.paint(colour);
            if (paint != null) {
                sheet.fill(path, paint);
            }
        }
        if (Numbers.flag(object.attribute("Stroke"), true)) {
            line(path, style, sheet, style.colour("StrokeColor"));
        }
    }

    private void line(Path2D path, Style style, Sheet sheet, @Nullable XmlElement colour) {
        Paint paint = colour == null ? Color.BLACK : colours.paint(colour);
        double dots = sheet.dots();
        if (paint != null && dots > 1e-6) {
            sheet.stroke(path, style.stroke(length(path), 0.7 / dots), paint);
        }
    }

    /** At most what the path measures along its control points. */
    private static double length(Path2D path) {
        double[] to = new double[6];
        double x = 0;
        double y = 0;
        double length = 0;
        for (PathIterator steps = path.getPathIterator(null); !steps.isDone(); steps.next()) {
            int kind = steps.currentSegment(to);
            int points = switch (kind) {
                case PathIterator.SEG_CLOSE -> 0;
                case PathIterator.SEG_QUADTO -> 2;
                case PathIterator.SEG_CUBICTO -> 3;
                default -> 1;
            };
            for (int i = 0; i < points; i++) {
                if (kind != PathIterator.SEG_MOVETO) {
                    length += Math.hypot(to[2 * i] - x, to[2 * i + 1] - y);
                }
                x = to[2 * i];
                y = to[2 * i + 1];
            }
        }
        return length;
    }
}
