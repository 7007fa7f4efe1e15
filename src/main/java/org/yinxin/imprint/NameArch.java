package org.yinxin.imprint;

/** Sets a name along the upper half of a seal: long names widen the arc and grow narrower and lower. */
final class NameArch {

    private static final double WIDEST_DEGREES = 252;
    private static final double WIDEST_LETTERS = 1.25;
    private static final double SMALLEST_INK = 1.3;

    private final Lettering lettering;

    NameArch(Lettering lettering) {
        this.lettering = lettering;
    }

    /**
     * @param a outer half width and
     * @param b outer half height of the band that the name stands in, millimetres
     * @param scale 1 on a seal of 40 mm
     * @param highest no character is higher, millimetres
     * @param extraDegrees added to the arc that the name's length asks for
     * @return how high the band became
     */
    double set(String name, double a, double b, double scale, double highest, double extraDegrees) {
        return Typesetter.even(name)
                ? even(name, a, b, scale, highest, extraDegrees)
                : fitted(Typesetter.line(name), name, a, b, Math.min(highest, 4.4 * scale));
    }

    private double even(String name, double a, double b, double scale, double highest, double extraDegrees) {
        int count = name.codePointCount(0, name.length());
        double degrees =
                extraDegrees + between(count, new double[][] {{2, 34}, {4, 84}, {7, 138}, {10, 180}, {26, 250}});
        double height = Math.min(
                highest, scale * between(count, new double[][] {{5, 5.7}, {11, 5.3}, {18, 4.8}, {30, 3.9}, {44, 3.3}}));
        Oval middle = new Oval(a - height / 2, b - height / 2);
        double length = middle.circumference() * Math.min(degrees, WIDEST_DEGREES) / 360;
        double step = length / Math.max(1, count - 1);
        // The feet stand on a tighter curve than the middles, and must not touch there.
        double atFeet = (b - 0.72 * height) / (b - 0.5 * height);
        lettering.arch(name, middle, length, Math.min(height * 0.94, step * atFeet * 1.02), height);
        return height;
    }

    /** As high as the band allows; narrowed to two thirds first, then lowered, while it stays legible. */
    private double fitted(TextLine line, String name, double a, double b, double ink) {
        Oval middle = new Oval(a - ink / 2, b - ink / 2);
        double room = middle.circumference() * WIDEST_DEGREES / 360;
        double em = ink / line.height();
        double width = Math.min(em * WIDEST_LETTERS, room / line.width());
        if (width < em * 0.66) {
            em = width / 0.66;
        }
        if (em * line.height() < SMALLEST_INK) {
            throw new NameDoesNotFitException(name);
        }
        Oval line2 = new Oval(a - em * line.height() / 2, b - em * line.height() / 2);
        lettering.arch(line, line2, width, em);
        return em * line.height();
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
