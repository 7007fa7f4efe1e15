package org.yinxin.shared;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The code of one use of a seal, printed beside the imprint: twelve characters such as {@code 7KQ4-M2XD-9RTA}. */
public record UseCode(String value) {

    private static final Pattern FORM = Pattern.compile("[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){2}");

    public UseCode {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("Not a use code: " + value);
        }
    }

    public static UseCode random() {
        return new UseCode(Randomness.readable(4) + "-" + Randomness.readable(4) + "-" + Randomness.readable(4));
    }

    /** Reads what a person typed: spaces and hyphens do not matter, I and L are read as 1, O as 0. */
    public static Optional<UseCode> parse(String typed) {
        String code = typed.replaceAll("[\\s-]", "")
                .toUpperCase(Locale.ROOT)
                .replace('I', '1')
                .replace('L', '1')
                .replace('O', '0');
        if (code.length() != 12) {
            return Optional.empty();
        }
        String grouped = code.substring(0, 4) + "-" + code.substring(4, 8) + "-" + code.substring(8);
        return FORM.matcher(grouped).matches() ? Optional.of(new UseCode(grouped)) : Optional.empty();
    }

    /** The identifier of this use on the chain: SHA-256 of {@code yinxin-use:} and the code. */
    public Digest onChain() {
        return Digest.sha256(("yinxin-use:" + value).getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return value;
    }
}
