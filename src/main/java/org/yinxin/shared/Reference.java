package org.yinxin.shared;

import java.util.regex.Pattern;

/** A reference that people quote on the telephone, such as {@code YX-7K4M-2QPD}. */
public record Reference(String value) {

    private static final Pattern FORM = Pattern.compile("YX-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}");

    public Reference {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("Not a reference: " + value);
        }
    }

    public static Reference random() {
        return new Reference("YX-" + Randomness.readable(4) + "-" + Randomness.readable(4));
    }

    @Override
    public String toString() {
        return value;
    }
}
