package org.yinxin.sealing.ofd.text;

/** A point of a page, or the way from one to another, in millimetres; downwards is positive. */
record Point(double x, double y) {

    Point plus(Point other) {
        return new Point(x + other.x, y + other.y);
    }

    Point minus(Point other) {
        return new Point(x - other.x, y - other.y);
    }

    Point times(double factor) {
        return new Point(x * factor, y * factor);
    }

    double length() {
        return Math.hypot(x, y);
    }

    /** How far one goes in the other's direction, which has length 1. */
    double along(Point direction) {
        return x * direction.x + y * direction.y;
    }

    /** How far one goes to the other direction's right hand. */
    double across(Point direction) {
        return direction.x * y - direction.y * x;
    }

    Point unit() {
        double length = length();
        return length == 0 ? this : times(1 / length);
    }
}
