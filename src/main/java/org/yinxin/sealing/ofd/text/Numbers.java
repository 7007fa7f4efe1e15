package org.yinxin.sealing.ofd.text;

import java.util.Arrays;
import java.util.StringTokenizer;

/** Lists of numbers in attributes (ST_Array), and the shortened ones of DeltaX and DeltaY (GB/T 33190-2016, 11.3). */
final class Numbers {

    private Numbers() {}

    /** Empty when one of them is no number. */
    static double[] parse(String text) {
        StringTokenizer words = new StringTokenizer(text);
        double[] numbers = new double[words.countTokens()];
        try {
            for (int i = 0; i < numbers.length; i++) {
                numbers[i] = Double.parseDouble(words.nextToken());
            }
        } catch (NumberFormatException e) {
            return new double[0];
        }
        return numbers;
    }

    /**
     * The steps between the glyphs of a text, {@code g 3 2.5} standing for three times 2.5; the last one goes on where
     * there are too few.
     *
     * @param wanted how many there are between the glyphs; no list makes more of them
     * @return NaN for steps that are not stated
     */
    static double[] steps(String text, int wanted) {
        double[] steps = new double[wanted];
        StringTokenizer words = new StringTokenizer(text);
        int at = 0;
        double last = Double.NaN;
        try {
            while (at < wanted && words.hasMoreTokens()) {
                String word = words.nextToken();
                int times = 1;
                if (word.equals("g")) {
                    times = (int) Math.min(wanted - at, Math.max(0, Long.parseLong(words.nextToken())));
                    word = words.nextToken();
                }
                last = Double.parseDouble(word);
                Arrays.fill(steps, at, at + times, last);
                at += times;
            }
        } catch (NumberFormatException | java.util.NoSuchElementException e) {
            last = Double.NaN;
        }
        Arrays.fill(steps, at, wanted, last);
        return steps;
    }
}
