package org.yinxin.imprint;

/** An ellipse around the origin, y downwards, walked by arc length so that text on it is evenly spaced. */
final class Oval {

    private static final int STEPS = 1440;

    private final double a;
    private final double b;
    private final double[] lengths = new double[STEPS + 1];

    Oval(double a, double b) {
        this.a = a;
        this.b = b;
        for (int i = 1; i <= STEPS; i++) {
            double from = Math.TAU * (i - 1) / STEPS;
            double to = Math.TAU * i / STEPS;
            lengths[i] = lengths[i - 1]
                    + Math.hypot(a * (Math.sin(to) - Math.sin(from)), b * (Math.cos(to) - Math.cos(from)));
        }
    }

    double circumference() {
        return lengths[STEPS];
    }

    /** The place at this arc length clockwise from the top; what stands there has its head outwards. */
    Place fromTop(double length) {
        double angle = angle(length);
        return place(a * Math.sin(angle), -b * Math.cos(angle), a * Math.cos(angle), b * Math.sin(angle));
    }

    /** The place at this arc length to the right from the bottom; what stands there has its head inwards. */
    Place fromBottom(double length) {
        double angle = angle(length);
        return place(a * Math.sin(angle), b * Math.cos(angle), a * Math.cos(angle), -b * Math.sin(angle));
    }

    private static Place place(double x, double y, double alongX, double alongY) {
        double norm = Math.hypot(alongX, alongY);
        return new Place(x, y, alongX / norm, alongY / norm);
    }

    private double angle(double length) {
        double distance = Math.abs(length) % circumference();
        int low = 0;
        int high = STEPS;
        while (high - low > 1) {
            int middle = (low + high) >>> 1;
            if (lengths[middle] <= distance) {
                low = middle;
            } else {
                high = middle;
            }
        }
        double part = (distance - lengths[low]) / (lengths[low + 1] - lengths[low]);
        return Math.signum(length) * Math.TAU * (low + part) / STEPS;
    }

    /** A point and the unit vector along which text runs through it. */
    record Place(double x, double y, double alongX, double alongY) {

        static Place level(double x, double y) {
            return new Place(x, y, 1, 0);
        }
    }
}
