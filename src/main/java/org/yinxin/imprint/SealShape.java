package org.yinxin.imprint;

import java.awt.geom.AffineTransform;
import java.awt.geom.Arc2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.Map;
import org.yinxin.shared.SealKind;

/** Form, size and border of an imprint in millimetres, and how its parts are laid out around the middle. */
record SealShape(double widthMm, double heightMm, double border) {

    private static final Map<SealKind, String> PURPOSES = Map.of(
            SealKind.FINANCE, "财务专用章",
            SealKind.CONTRACT, "合同专用章",
            SealKind.BUSINESS, "业务专用章");

    static SealShape of(ImprintSpec spec) {
        return switch (spec.kind()) {
            case STATUTORY_NAME -> spec.limitedByShares() ? new SealShape(42, 42, 1.2) : new SealShape(40, 40, 1.0);
            case FINANCE, CONTRACT, BUSINESS, OTHER -> new SealShape(38, 38, 1.0);
            case INVOICE -> new SealShape(40, 30, 1.0);
            case LEGAL_REPRESENTATIVE -> new SealShape(20, 20, 1.0);
        };
    }

    /** Everything red, as one area to be filled by the non-zero rule; the origin is the upper left corner. */
    Path2D ink(ImprintSpec spec) {
        Path2D ink = new Path2D.Double(Path2D.WIND_NON_ZERO);
        Lettering lettering = new Lettering(ink);
        switch (spec.kind()) {
            case LEGAL_REPRESENTATIVE -> square(ink, lettering, spec.name());
            case INVOICE -> invoice(ink, lettering, spec);
            default -> round(ink, lettering, spec);
        }
        ink.transform(AffineTransform.getTranslateInstance(widthMm / 2, heightMm / 2));
        return ink;
    }

    private void round(Path2D ink, Lettering lettering, ImprintSpec spec) {
        ring(ink);
        star(ink, widthMm * 0.172);
        double radius = widthMm / 2;
        double head = radius - border - radius * 0.062;
        arch(lettering, spec.name(), head, head, radius / 20, 0);
        String purpose = PURPOSES.get(spec.kind());
        if (purpose != null) {
            lettering.line(purpose, 0, radius * 0.415, 3.6, 3.5, 4.4);
        }
        double codeMiddle = radius - border - 1.75;
        lettering.bowl(spec.code().value(), new Oval(codeMiddle, codeMiddle), 1.46, 2.1, 2.1);
    }

    private void invoice(Path2D ink, Lettering lettering, ImprintSpec spec) {
        ring(ink);
        arch(lettering, spec.name(), widthMm / 2 - border - 1.2, heightMm / 2 - border - 1.2, 0.76, 18);
        if (spec.taxpayer() != null) {
            lettering.line(spec.taxpayer().value(), 0, 0.2, 1.42, 2.2, 3.6);
        }
        lettering.line("发票专用章", 0, 4.6, 3.6, 3.5, 4.4);
        double below = border + 1.7;
        lettering.bowl(spec.code().value(), new Oval(widthMm / 2 - below, heightMm / 2 - below), 1.4, 2.0, 2.0);
    }

    /** Long names widen the arc and grow narrower and lower, short ones keep together at the top. */
    private static void arch(Lettering lettering, String name, double a, double b, double scale, double extraDegrees) {
        int count = name.codePointCount(0, name.length());
        double degrees =
                extraDegrees + between(count, new double[][] {{2, 34}, {4, 84}, {7, 138}, {10, 180}, {26, 250}});
        double height = scale * between(count, new double[][] {{5, 5.7}, {11, 5.3}, {18, 4.8}, {30, 3.9}, {44, 3.3}});
        Oval middle = new Oval(a - height / 2, b - height / 2);
        double length = middle.circumference() * Math.min(degrees, 252) / 360;
        double step = length / Math.max(1, count - 1);
        // The feet stand on a tighter curve than the middles, and must not touch there.
        double atFeet = (b - 0.72 * height) / (b - 0.5 * height);
        lettering.arch(name, middle, length, Math.min(height * 0.94, step * atFeet * 1.02), height);
    }

    private void square(Path2D ink, Lettering lettering, String name) {
        double half = widthMm / 2;
        ink.append(new Rectangle2D.Double(-half, -half, widthMm, heightMm), false);
        Path2D hole = new Path2D.Double();
        double inner = half - border;
        hole.moveTo(-inner, -inner);
        hole.lineTo(-inner, inner);
        hole.lineTo(inner, inner);
        hole.lineTo(inner, -inner);
        hole.closePath();
        ink.append(hole, false);
        String text = name.codePointCount(0, name.length()) == 3 ? name + "印" : name;
        int[] characters = text.codePoints().toArray();
        int rows = (characters.length + 1) / 2;
        double cellWidth = (inner * 2 - 1) / 2;
        double cellHeight = (inner * 2 - 1) / rows;
        for (int i = 0; i < characters.length; i++) {
            double x = i < rows ? cellWidth / 2 : -cellWidth / 2;
            double y = (i % rows - (rows - 1) / 2.0) * cellHeight;
            lettering.line(Character.toString(characters[i]), x, y, 0, cellWidth * 0.98, cellHeight * 0.98);
        }
    }

    private void ring(Path2D ink) {
        ink.append(new Arc2D.Double(-widthMm / 2, -heightMm / 2, widthMm, heightMm, 90, 360, Arc2D.OPEN), false);
        ink.closePath();
        ink.append(
                new Arc2D.Double(
                        border - widthMm / 2,
                        border - heightMm / 2,
                        widthMm - 2 * border,
                        heightMm - 2 * border,
                        90,
                        -360,
                        Arc2D.OPEN),
                false);
        ink.closePath();
    }

    private static void star(Path2D ink, double radius) {
        double notch = radius * Math.sin(Math.toRadians(18)) / Math.sin(Math.toRadians(54));
        for (int i = 0; i < 10; i++) {
            double r = i % 2 == 0 ? radius : notch;
            double angle = Math.toRadians(36.0 * i);
            if (i == 0) {
                ink.moveTo(0, -r);
            } else {
                ink.lineTo(r * Math.sin(angle), -r * Math.cos(angle));
            }
        }
        ink.closePath();
    }

    /** Linear between the given points, level outside them. */
    private static double between(double x, double[][] points) {
        for (int i = 0; i < points.length; i++) {
            if (x <= points[i][0]) {
                if (i == 0) {
                    return points[0][1];
                }
                double part = (x - points[i - 1][0]) / (points[i][0] - points[i - 1][0]);
                return points[i - 1][1] + part * (points[i][1] - points[i - 1][1]);
            }
        }
        return points[points.length - 1][1];
    }
}
