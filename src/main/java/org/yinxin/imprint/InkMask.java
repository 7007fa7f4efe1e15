package org.yinxin.imprint;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/** Where a picture of an imprint has ink: cut to the ink, brought to one size, paper and specks taken out. */
final class InkMask {

    static final int SIDE = 256;

    private static final int LARGEST_SIDE = 6_000;
    private static final int LEAST_INK = 60;
    private static final double SPECKS = 0.015;

    private final float[] ink;

    private InkMask(float[] ink) {
        this.ink = ink;
    }

    /** Empty when the bytes are no picture, too large a one, or one without ink. */
    static Optional<InkMask> of(byte[] file) {
        try (ImageInputStream input = ImageIO.createImageInputStream(new ByteArrayInputStream(file))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(input);
            if (!readers.hasNext()) {
                return Optional.empty();
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(input, true, true);
                return Math.max(reader.getWidth(0), reader.getHeight(0)) > LARGEST_SIDE
                        ? Optional.empty()
                        : of(reader.read(0));
            } finally {
                reader.dispose();
            }
        } catch (IOException | RuntimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<InkMask> of(BufferedImage picture) {
        int width = picture.getWidth();
        int height = picture.getHeight();
        int[] strength = new int[width * height];
        int[] counts = new int[256];
        int[] row = new int[width];
        for (int y = 0; y < height; y++) {
            picture.getRGB(0, y, width, 1, row, 0, width);
            for (int x = 0; x < width; x++) {
                strength[y * width + x] = strength(row[x]);
                counts[strength[y * width + x]]++;
            }
        }
        int threshold = Math.max(LEAST_INK, otsu(counts, width * height));
        int[] box = box(strength, width, height, threshold);
        return box[2] - box[0] < 16 || box[3] - box[1] < 16
                ? Optional.empty()
                : Optional.of(new InkMask(blurred(fitted(strength, width, box, threshold))));
    }

    /** How much a pixel looks like ink on paper: red over its other colours, or dark. */
    private static int strength(int argb) {
        int alpha = argb >>> 24;
        int red = 255 + ((argb >> 16 & 255) - 255) * alpha / 255;
        int green = 255 + ((argb >> 8 & 255) - 255) * alpha / 255;
        int blue = 255 + ((argb & 255) - 255) * alpha / 255;
        return Math.clamp(Math.max(red - (green + blue) / 2, 255 - (red + green + blue) / 3 - 40), 0, 255);
    }

    /** The strength that parts paper from ink best (Otsu 1979). */
    private static int otsu(int[] counts, int total) {
        double sum = 0;
        for (int i = 0; i < 256; i++) {
            sum += i * (double) counts[i];
        }
        double below = 0;
        long weight = 0;
        double best = -1;
        int threshold = 0;
        for (int i = 0; i < 255; i++) {
            weight += counts[i];
            below += i * (double) counts[i];
            if (weight > 0 && weight < total) {
                double difference = below / weight - (sum - below) / (total - weight);
                double between = (double) weight * (total - weight) * difference * difference;
                if (between > best) {
                    best = between;
                    threshold = i;
                }
            }
        }
        return threshold;
    }

    /** Left, top, right and bottom of the ink; rows and columns with a few specks only do not count. */
    private static int[] box(int[] strength, int width, int height, int threshold) {
        int[] columns = new int[width];
        int[] rows = new int[height];
        for (int i = 0; i < strength.length; i++) {
            if (strength[i] > threshold) {
                columns[i % width]++;
                rows[i / width]++;
            }
        }
        int[] across = ends(columns, Math.max(2, (int) (height * SPECKS)));
        int[] down = ends(rows, Math.max(2, (int) (width * SPECKS)));
        return new int[] {across[0], down[0], across[1], down[1]};
    }

    private static int[] ends(int[] counts, int least) {
        int first = 0;
        int last = counts.length - 1;
        while (first < last && counts[first] <= least) {
            first++;
        }
        while (last > first && counts[last] <= least) {
            last--;
        }
        return new int[] {first, last + 1};
    }

    private static float[] fitted(int[] strength, int width, int[] box, int threshold) {
        float[] fitted = new float[SIDE * SIDE];
        double stepX = (box[2] - box[0]) / (double) SIDE;
        double stepY = (box[3] - box[1]) / (double) SIDE;
        for (int y = 0; y < SIDE; y++) {
            for (int x = 0; x < SIDE; x++) {
                fitted[y * SIDE + x] = share(strength, width, threshold, new int[] {
                    box[0] + (int) (x * stepX),
                    box[1] + (int) (y * stepY),
                    box[0] + Math.max((int) (x * stepX) + 1, (int) ((x + 1) * stepX)),
                    box[1] + Math.max((int) (y * stepY) + 1, (int) ((y + 1) * stepY))
                });
            }
        }
        return fitted;
    }

    private static float share(int[] strength, int width, int threshold, int[] cell) {
        int inked = 0;
        int all = 0;
        for (int y = cell[1]; y < cell[3]; y++) {
            for (int x = cell[0]; x < cell[2]; x++) {
                int at = y * width + x;
                if (at < strength.length) {
                    inked += strength[at] > threshold ? 1 : 0;
                    all++;
                }
            }
        }
        return all == 0 ? 0 : (float) inked / all;
    }

    /** A few pixels of softness forgive what scanners and engravers do to edges. */
    private static float[] blurred(float[] sharp) {
        float[] soft = new float[sharp.length];
        for (int y = 1; y < SIDE - 1; y++) {
            for (int x = 1; x < SIDE - 1; x++) {
                float sum = 0;
                for (int dy = -1; dy <= 1; dy++) {
                    for (int dx = -1; dx <= 1; dx++) {
                        sum += sharp[(y + dy) * SIDE + x + dx];
                    }
                }
                soft[y * SIDE + x] = sum / 9;
            }
        }
        return soft;
    }

    /** Ink at a place in the unit circle around the middle, between 0 and 1. */
    float at(double x, double y) {
        double column = (x + 1) / 2 * (SIDE - 1);
        double line = (y + 1) / 2 * (SIDE - 1);
        int left = (int) Math.floor(column);
        int top = (int) Math.floor(line);
        if (left < 0 || top < 0 || left >= SIDE - 1 || top >= SIDE - 1) {
            return 0;
        }
        float right = (float) (column - left);
        float down = (float) (line - top);
        int i = top * SIDE + left;
        return (ink[i] * (1 - right) + ink[i + 1] * right) * (1 - down)
                + (ink[i + SIDE] * (1 - right) + ink[i + SIDE + 1] * right) * down;
    }
}
