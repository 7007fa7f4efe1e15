package org.yinxin.sealing.ofd.text;

import java.util.Arrays;

/** A transformation of the plane (CTM): x' = ax + cy + e, y' = bx + dy + f. */
record Affine(double a, double b, double c, double d, double e, double f) {

    static final Affine IDENTITY = new Affine(1, 0, 0, 1, 0, 0);

    static Affine shift(double x, double y) {
        return new Affine(1, 0, 0, 1, x, y);
    }

    /** Six numbers as they stand in a CTM attribute; anything else changes nothing. */
    static Affine parse(String text) {
        double[] numbers = Numbers.parse(text);
        return numbers.length == 6 && Arrays.stream(numbers).allMatch(Double::isFinite)
                ? new Affine(numbers[0], numbers[1], numbers[2], numbers[3], numbers[4], numbers[5])
                : IDENTITY;
    }

    /** This one first, then the other. */
    Affine then(Affine next) {
        return new Affine(
                a * next.a + b * next.c,
                a * next.b + b * next.d,
                c * next.a + d * next.c,
                c * next.b + d * next.d,
                e * next.a + f * next.c + next.e,
                e * next.b + f * next.d + next.f);
    }

    Point point(double x, double y) {
        return new Point(a * x + c * y + e, b * x + d * y + f);
    }

    /** What becomes of a difference of two points. */
    Point vector(double x, double y) {
        return new Point(a * x + c * y, b * x + d * y);
    }
}
