package org.yinxin.shared;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.Optional;

/** A citizen's 18-character identity number with its check digit (GB 11643-1999, ISO 7064 MOD 11-2). Never stored. */
public record NationalId(String value) {

    private static final String CHECK = "10X98765432";
    private static final DateTimeFormatter BIRTH =
            DateTimeFormatter.ofPattern("uuuuMMdd").withResolverStyle(ResolverStyle.STRICT);

    public NationalId {
        if (!holds(value)) {
            throw new IllegalArgumentException("Not a valid identity number");
        }
    }

    /** Reads what a person typed; empty when the form, the birth date or the check digit does not hold. */
    public static Optional<NationalId> parse(String typed) {
        String number = typed.replaceAll("\\s", "").toUpperCase(Locale.ROOT);
        return holds(number) ? Optional.of(new NationalId(number)) : Optional.empty();
    }

    /** Completes 17 digits with their check digit. */
    public static NationalId complete(String first17) {
        return new NationalId(first17 + checkDigit(first17));
    }

    private static boolean holds(String number) {
        if (!number.matches("[1-9]\\d{16}[\\dX]")) {
            return false;
        }
        try {
            LocalDate.parse(number.substring(6, 14), BIRTH);
        } catch (DateTimeException e) {
            return false;
        }
        return number.charAt(17) == checkDigit(number);
    }

    private static char checkDigit(String number) {
        int sum = 0;
        for (int i = 0; i < 17; i++) {
            sum += (number.charAt(i) - '0') * ((1 << (17 - i)) % 11);
        }
        return CHECK.charAt(sum % 11);
    }

    /** Never the number itself. */
    @Override
    public String toString() {
        return "NationalId[hidden]";
    }
}
