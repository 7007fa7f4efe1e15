package org.yinxin.imprint;

import java.awt.image.BufferedImage;

/**
 * How much red ink lies on each pixel of a scan, from 0 to 255: what is red against the paper's own colour. Black and
 * blue writing is no ink, and where it covers the seal there is none either.
 */
record RedInk(int width, int height, int[] density) {

    private static final int FAINTEST = 30;
    private static final double WEAKEST_SHARE = 0.22;
    private static final double FULL_SHARE = 0.85;
    private static final int MOST_YELLOW = 28;
    private static final int MOST_PURPLE = -32;

    static RedInk of(BufferedImage scan) {
        int width = scan.getWidth();
        int height = scan.getHeight();
        int[] pixels = onWhite(scan.getRGB(0, 0, width, height, null, 0, width));
        int[] paper = paper(pixels);
        int[] redness = new int[pixels.length];
        int[] counts = new int[256];
        for (int i = 0; i < pixels.length; i++) {
            redness[i] = redness(pixels[i], paper);
            counts[redness[i]]++;
        }
        int full = full(counts);
        double weakest = Math.max(FAINTEST, full * WEAKEST_SHARE);
        for (int i = 0; i < redness.length; i++) {
            double share = (redness[i] - weakest / 2) / (full * FULL_SHARE - weakest / 2);
            redness[i] = redness[i] < weakest ? 0 : (int) Math.round(Math.clamp(share, 0, 1) * 255);
        }
        return new RedInk(width, height, redness);
    }

    private static int[] onWhite(int[] pixels) {
        for (int i = 0; i < pixels.length; i++) {
            int alpha = pixels[i] >>> 24;
            if (alpha < 255) {
                int red = 255 + ((pixels[i] >> 16 & 255) - 255) * alpha / 255;
                int green = 255 + ((pixels[i] >> 8 & 255) - 255) * alpha / 255;
                int blue = 255 + ((pixels[i] & 255) - 255) * alpha / 255;
                pixels[i] = red << 16 | green << 8 | blue;
            }
        }
        return pixels;
    }

    /** The paper's red, green and blue: the median of each, for most of a scan is paper. */
    private static int[] paper(int[] pixels) {
        int[][] counts = new int[3][256];
        for (int pixel : pixels) {
            counts[0][pixel >> 16 & 255]++;
            counts[1][pixel >> 8 & 255]++;
            counts[2][pixel & 255]++;
        }
        return new int[] {
            median(counts[0], pixels.length), median(counts[1], pixels.length), median(counts[2], pixels.length)
        };
    }

    private static int median(int[] counts, int total) {
        int value = 0;
        for (long below = counts[0]; below * 2 < total && value < 255; below += counts[value]) {
            value++;
        }
        return Math.max(64, value);
    }

    private static int redness(int pixel, int[] paper) {
        int red = Math.min(255, (pixel >> 16 & 255) * 255 / paper[0]);
        int green = Math.min(255, (pixel >> 8 & 255) * 255 / paper[1]);
        int blue = Math.min(255, (pixel & 255) * 255 / paper[2]);
        int over = red - Math.max(green, blue);
        if (over <= 0) {
            return 0;
        }
        int hue = 60 * (green - blue) / (red - Math.min(green, blue));
        return hue > MOST_YELLOW || hue < MOST_PURPLE ? 0 : over;
    }

    /** The redness of well inked places: what nine tenths of all inked pixels do not exceed. */
    private static int full(int[] counts) {
        long inked = 0;
        for (int value = FAINTEST; value < 256; value++) {
            inked += counts[value];
        }
        long above = 0;
        int value = 255;
        while (value > FAINTEST && (above + counts[value]) * 10 < inked) {
            above += counts[value];
            value--;
        }
        return Math.max(value, 2 * FAINTEST);
    }
}
