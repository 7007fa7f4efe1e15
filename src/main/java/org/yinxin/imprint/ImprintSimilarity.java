package org.yinxin.imprint;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import javax.imageio.ImageIO;

/**
 * How far two imprints coincide where they differ from all others: in the band that the name stands in. Border and star,
 * which every seal has, are left out; a turn of up to twelve degrees is found and taken back. The number helps the eye
 * and decides nothing: engravers use other letters than we do, and scans are what they are.
 *
 * @param percent 0 to 100, the correlation of the ink in the band
 * @param degrees by which the first imprint is turned against the second
 * @param overlay a PNG: blue where only the first has ink, red where only the second, black where both
 */
public record ImprintSimilarity(int percent, double degrees, byte[] overlay) {

    private static final double INNER = 0.45;
    private static final double OUTER = 0.90;
    private static final int RINGS = 28;
    private static final int ANGLES = 720;
    private static final int NEAR_RINGS = 4;
    private static final int NEAR_ANGLES = 8;
    private static final int MOST_TURN = 24;
    private static final int PICTURE = 320;

    /** Empty when one of the pictures cannot be read or holds no ink. */
    public static Optional<ImprintSimilarity> of(byte[] filed, byte[] drawn) {
        return InkMask.of(filed).flatMap(first -> InkMask.of(drawn).map(second -> compare(first, second)));
    }

    private static ImprintSimilarity compare(InkMask first, InkMask second) {
        float[][] left = band(first);
        float[][] right = band(second);
        double best = -1;
        int turn = 0;
        for (int shift = -MOST_TURN; shift <= MOST_TURN; shift++) {
            double correlation = correlation(left, right, shift);
            if (correlation > best) {
                best = correlation;
                turn = shift;
            }
        }
        double degrees = turn * 360.0 / ANGLES;
        return new ImprintSimilarity(
                (int) Math.round(Math.max(0, best) * 100), degrees, overlay(first, second, degrees));
    }

    private static float[][] band(InkMask mask) {
        float[][] band = new float[RINGS][ANGLES];
        for (int ring = 0; ring < RINGS; ring++) {
            double radius = INNER + (OUTER - INNER) * ring / (RINGS - 1);
            for (int angle = 0; angle < ANGLES; angle++) {
                double radians = Math.TAU * angle / ANGLES;
                band[ring][angle] = mask.at(radius * Math.sin(radians), -radius * Math.cos(radians));
            }
        }
        return strokes(band);
    }

    /** What is left without the wide rhythm of letters and gaps, which all names of one length share. */
    private static float[][] strokes(float[][] band) {
        float[][] strokes = new float[RINGS][ANGLES];
        for (int ring = 0; ring < RINGS; ring++) {
            for (int angle = 0; angle < ANGLES; angle++) {
                float sum = 0;
                int count = 0;
                for (int r = Math.max(0, ring - NEAR_RINGS); r <= Math.min(RINGS - 1, ring + NEAR_RINGS); r++) {
                    for (int a = angle - NEAR_ANGLES; a <= angle + NEAR_ANGLES; a++) {
                        sum += band[r][Math.floorMod(a, ANGLES)];
                        count++;
                    }
                }
                strokes[ring][angle] = band[ring][angle] - sum / count;
            }
        }
        return strokes;
    }

    /** Pearson's, over the whole band, with the first turned by so many half degrees. */
    private static double correlation(float[][] first, float[][] second, int shift) {
        double sumA = 0;
        double sumB = 0;
        double squaresA = 0;
        double squaresB = 0;
        double products = 0;
        for (int ring = 0; ring < RINGS; ring++) {
            for (int angle = 0; angle < ANGLES; angle++) {
                double a = first[ring][Math.floorMod(angle + shift, ANGLES)];
                double b = second[ring][angle];
                sumA += a;
                sumB += b;
                squaresA += a * a;
                squaresB += b * b;
                products += a * b;
            }
        }
        double n = RINGS * (double) ANGLES;
        double spread = Math.sqrt((squaresA - sumA * sumA / n) * (squaresB - sumB * sumB / n));
        return spread < 1e-9 ? 0 : (products - sumA * sumB / n) / spread;
    }

    private static byte[] overlay(InkMask first, InkMask second, double degrees) {
        BufferedImage picture = new BufferedImage(PICTURE, PICTURE, BufferedImage.TYPE_INT_RGB);
        double sin = Math.sin(Math.toRadians(degrees));
        double cos = Math.cos(Math.toRadians(degrees));
        for (int y = 0; y < PICTURE; y++) {
            for (int x = 0; x < PICTURE; x++) {
                double dx = 2.0 * x / (PICTURE - 1) - 1;
                double dy = 2.0 * y / (PICTURE - 1) - 1;
                boolean a = first.at(dx * cos - dy * sin, dx * sin + dy * cos) > 0.4;
                boolean b = second.at(dx, dy) > 0.4;
                picture.setRGB(x, y, a && b ? 0x1a1f2b : a ? 0x3b7dc4 : b ? 0xe0545a : 0xffffff);
            }
        }
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        try {
            ImageIO.write(picture, "png", png);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return png.toByteArray();
    }
}
