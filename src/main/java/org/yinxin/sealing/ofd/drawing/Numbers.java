package org.yinxin.sealing.ofd.drawing;

import java.util.Arrays;
import java.util.StringTokenizer;
import org.jspecify.annotations.Nullable;

/** Reads arrays of numbers (ST_Array, GB/T 33190-2016, 7.3) and bounds what they can say. */
final class Numbers {

    /** Millimetres beyond which no page reaches; larger figures only make the drawing slow. */
    static final double FAR = 1_000_000;

    private static final int MOST = 100_000;

    private Numbers() {}

    static double[] array(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return new double[0];
        }
        StringTokenizer words = new StringTokenizer(text, " \t\r\n,");
        double[] numbers = new double[Math.min(words.countTokens(), MOST)];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = number(words.nextToken());
        }
        return numbers;
    }

    static double number(String word) {
        try {
            double value = word.startsWith("#") ? Integer.parseInt(word.substring(1), 16) : Double.parseDouble(word);
            return Double.isFinite(value) ? Math.clamp(value, -FAR, FAR) : 0;
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    static double number(@Nullable String word, double otherwise) {
        return word == null || word.isBlank() ? otherwise : number(word.strip());
    }

    static int integer(@Nullable String word, int otherwise) {
        return (int) number(word, otherwise);
    }

    static boolean flag(@Nullable String word, boolean otherwise) {
        return word == null ? otherwise : "true".equalsIgnoreCase(word.strip()) || "1".equals(word.strip());
    }

    /** Offsets between characters: {@code g 3 2.5} stands for 2.5 three times over (11.3). */
    static double[] deltas(@Nullable String text, int most) {
        if (text == null || text.isBlank() || most <= 0) {
            return new double[0];
        }
        double[] deltas = new double[most];
        int count = 0;
        StringTokenizer words = new StringTokenizer(text, " \t\r\n,");
        while (words.hasMoreTokens() && count < most) {
            String word = words.nextToken();
            int times = 1;
            if ("g".equals(word) && words.hasMoreTokens()) {
                times = (int) number(words.nextToken());
                if (!words.hasMoreTokens()) {
                    break;
                }
                word = words.nextToken();
            }
            int end = Math.clamp((long) count + times, count, most);
            Arrays.fill(deltas, count, end, number(word));
            count = end;
        }
        return Arrays.copyOf(deltas, count);
    }
}
