package org.yinxin.sealing.web;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** Numbers as people type them. */
final class Typed {

    private Typed() {}

    /** A whole number between 1 and {@code most}; empty when it is none. */
    static OptionalInt number(@Nullable String typed, int most) {
        try {
            int number = Integer.parseInt(typed == null ? "" : typed.strip());
            return number >= 1 && number <= most ? OptionalInt.of(number) : OptionalInt.empty();
        } catch (NumberFormatException e) {
            return OptionalInt.empty();
        }
    }

    /** Millimetres with a point or a comma, as tenths; empty when it is no number. */
    static OptionalInt tenths(@Nullable String typed) {
        try {
            BigDecimal number =
                    new BigDecimal(typed == null ? "" : typed.strip().replace(',', '.'));
            return OptionalInt.of(
                    number.movePointRight(1).setScale(0, RoundingMode.HALF_UP).intValueExact());
        } catch (ArithmeticException | NumberFormatException e) {
            return OptionalInt.empty();
        }
    }

    static String millimetres(int tenths) {
        return BigDecimal.valueOf(tenths, 1).stripTrailingZeros().toPlainString();
    }

    /** The greatest distance at which something this long still stands within the page. */
    static BigDecimal most(double room, double length) {
        return BigDecimal.valueOf(Math.max(0, room - length)).setScale(1, RoundingMode.DOWN);
    }
}
