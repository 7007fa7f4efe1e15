package org.yinxin.sealing.ofd;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A rectangle in millimetres (ST_Box, GB/T 33190-2016, 7.3), from the upper left corner. */
public record OfdBox(double x, double y, double width, double height) {

    /** Numbers beyond this are no lengths on paper. */
    private static final double MOST = 100_000;

    /** Empty when the text is not four sensible numbers. */
    public static Optional<OfdBox> parse(@Nullable String text) {
        String[] numbers = text == null ? new String[0] : text.strip().split("\\s+");
        if (numbers.length != 4) {
            return Optional.empty();
        }
        double[] values = new double[4];
        for (int i = 0; i < 4; i++) {
            try {
                values[i] = Double.parseDouble(numbers[i]);
            } catch (NumberFormatException e) {
                return Optional.empty();
            }
            if (!(Math.abs(values[i]) <= MOST)) {
                return Optional.empty();
            }
        }
        return values[2] < 0 || values[3] < 0
                ? Optional.empty()
                : Optional.of(new OfdBox(values[0], values[1], values[2], values[3]));
    }
}
