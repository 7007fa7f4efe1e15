package org.yinxin.account;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The name that officers, administrators and clerks sign in with: 2 to 4 letters and 4 to 8 digits. */
public record StaffNumber(String value) {

    private static final Pattern FORM = Pattern.compile("[A-Z]{2,4}[0-9]{4,8}");

    public StaffNumber {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("Not a staff number: " + value);
        }
    }

    /** Reads what a person typed: case, full-width forms, spaces and hyphens do not matter. */
    public static Optional<StaffNumber> parse(String typed) {
        String number = Normalizer.normalize(typed, Normalizer.Form.NFKC)
                .replaceAll("[\\s-]", "")
                .toUpperCase(Locale.ROOT);
        return FORM.matcher(number).matches() ? Optional.of(new StaffNumber(number)) : Optional.empty();
    }

    @Override
    public String toString() {
        return value;
    }
}
