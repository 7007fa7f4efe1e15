package org.yinxin.shared;

import java.util.Optional;
import java.util.regex.Pattern;

/** The number of an e-seal (esID on government platforms): 6 division digits and 8 serial digits. */
public record SealNumber(String value) {

    private static final Pattern FORM = Pattern.compile("\\d{14}");

    public SealNumber {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("Not a 14-digit seal number: " + value);
        }
    }

    public static Optional<SealNumber> parse(String typed) {
        String number = typed.replaceAll("[\\s-]", "");
        return FORM.matcher(number).matches() ? Optional.of(new SealNumber(number)) : Optional.empty();
    }

    public String grouped() {
        return value.substring(0, 6) + " " + value.substring(6, 10) + " " + value.substring(10);
    }

    @Override
    public String toString() {
        return value;
    }
}
