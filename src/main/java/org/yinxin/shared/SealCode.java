package org.yinxin.shared;

import java.util.Optional;
import java.util.regex.Pattern;

/** The police's 13-digit code of a filed physical seal: 6 division digits (GB/T 2260) and 7 serial digits. */
public record SealCode(String value) {

    private static final Pattern FORM = Pattern.compile("\\d{13}");

    public SealCode {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("Not a 13-digit seal code: " + value);
        }
    }

    public static Optional<SealCode> parse(String typed) {
        String code = typed.replaceAll("[\\s-]", "");
        return FORM.matcher(code).matches() ? Optional.of(new SealCode(code)) : Optional.empty();
    }

    public String grouped() {
        return value.substring(0, 6) + " " + value.substring(6);
    }

    @Override
    public String toString() {
        return value;
    }
}
