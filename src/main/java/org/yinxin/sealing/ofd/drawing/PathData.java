package org.yinxin.sealing.ofd.drawing;

import java.awt.geom.AffineTransform;
import java.awt.geom.Arc2D;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.util.StringTokenizer;
import org.jspecify.annotations.Nullable;

/** Reads abbreviated path data (9.1, table 35): S M L Q B A C. */
final class PathData {

    private final Budget budget;
    private final StringTokenizer words;
    private final Path2D path = new Path2D.Double();

    private PathData(String text, Budget budget) {
        this.budget = budget;
        this.words = new StringTokenizer(text, " \t\r\n,");
    }

    /** What cannot be understood ends the path; what stood before it is kept. */
    static Path2D parse(String text, Budget budget) {
        PathData data = new PathData(text, budget);
        while (data.words.hasMoreTokens()) {
            if (!data.step(data.words.nextToken())) {
                break;
            }
        }
        return data.path;
    }

    private boolean step(String operator) {
        budget.point();
        double[] to = numbers(operands(operator));
        if (to == null || (path.getCurrentPoint() == null && !"SM".contains(operator))) {
            return false;
        }
        switch (operator) {
            case "S", "M" -> path.moveTo(to[0], to[1]);
            case "L" -> path.lineTo(to[0], to[1]);
            case "Q" -> path.quadTo(to[0], to[1], to[2], to[3]);
            case "B" -> path.curveTo(to[0], to[1], to[2], to[3], to[4], to[5]);
            case "A" -> arc(to);
            default -> path.closePath();
        }
        return true;
    }

    private static int operands(String operator) {
        return switch (operator) {
            case "S", "M", "L" -> 2;
            case "Q" -> 4;
            case "B" -> 6;
            case "A" -> 7;
            case "C" -> 0;
            default -> -1;
        };
    }

    private double @Nullable [] numbers(int count) {
        if (count < 0) {
            return null;
        }
        double[] numbers = new double[count];
        for (int i = 0; i < count; i++) {
            if (!words.hasMoreTokens()) {
                return null;
            }
            numbers[i] = Numbers.number(words.nextToken());
        }
        return numbers;
    }

    /** The arc by its end point, as in SVG 1.1, F.6.5: radii, rotation, large, clockwise, end. */
    private void arc(double[] to) {
        Point2D from = path.getCurrentPoint();
        double rx = Math.abs(to[0]);
        double ry = Math.abs(to[1]);
        if (rx < 1e-9 || ry < 1e-9 || from.distance(to[5], to[6]) < 1e-9) {
            path.lineTo(to[5], to[6]);
            return;
        }
        double turn = Math.toRadians(to[2]);
        double cos = Math.cos(turn);
        double sin = Math.sin(turn);
        double dx = (from.getX() - to[5]) / 2;
        double dy = (from.getY() - to[6]) / 2;
        double x = cos * dx + sin * dy;
        double y = -sin * dx + cos * dy;
        double grow = Math.sqrt(Math.max(1, x * x / (rx * rx) + y * y / (ry * ry)));
        rx *= grow;
        ry *= grow;
        double flat = rx * rx * y * y + ry * ry * x * x;
        double root = Math.sqrt(Math.max(0, (rx * rx * ry * ry - flat) / flat));
        double sign = (to[3] != 0) == (to[4] != 0) ? -root : root;
        double cx = sign * rx * y / ry;
        double cy = -sign * ry * x / rx;
        double start = Math.toDegrees(Math.atan2((y - cy) / ry, (x - cx) / rx));
        double end = Math.toDegrees(Math.atan2((-y - cy) / ry, (-x - cx) / rx));
        double sweep = (end - start) % 360;
        boolean clockwise = to[4] != 0;
        if (clockwise && sweep < 0) {
            sweep += 360;
        } else if (!clockwise && sweep > 0) {
            sweep -= 360;
        }
        AffineTransform place = AffineTransform.getTranslateInstance(
                cos * cx - sin * cy + (from.getX() + to[5]) / 2, sin * cx + cos * cy + (from.getY() + to[6]) / 2);
        place.rotate(turn);
        Arc2D arc = new Arc2D.Double(-rx, -ry, 2 * rx, 2 * ry, -start, -sweep, Arc2D.OPEN);
        path.append(arc.getPathIterator(place), true);
    }
}
