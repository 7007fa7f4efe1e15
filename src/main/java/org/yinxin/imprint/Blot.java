package org.yinxin.imprint;

/** How many pixels an area of ink has, and the box that it lies in; right and bottom are exclusive. */
final class Blot {

    final int number;
    int pixels;
    int left = Integer.MAX_VALUE;
    int top = Integer.MAX_VALUE;
    int right;
    int bottom;

    Blot(int number) {
        this.number = number;
    }

    void add(int x, int y) {
        pixels++;
        left = Math.min(left, x);
        top = Math.min(top, y);
        right = Math.max(right, x + 1);
        bottom = Math.max(bottom, y + 1);
    }

    void add(Blot other) {
        pixels += other.pixels;
        left = Math.min(left, other.left);
        top = Math.min(top, other.top);
        right = Math.max(right, other.right);
        bottom = Math.max(bottom, other.bottom);
    }

    boolean near(Blot other, int gap) {
        return left - gap < other.right
                && other.left - gap < right
                && top - gap < other.bottom
                && other.top - gap < bottom;
    }

    int width() {
        return right - left;
    }

    int height() {
        return bottom - top;
    }

    int longer() {
        return Math.max(width(), height());
    }
}
