package org.yinxin.shared;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A unified social credit code: 18 characters, the last one a check character (GB 32100-2015).
 *
 * <p>Some early pilot codes fail the check character, so a code of the right form is representable and
 * {@link #checkCharacterHolds()} says whether the check passes.
 */
public record Uscc(String value) {

    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final Pattern FORM = Pattern.compile("[0-9A-HJ-NP-RTUW-Y]{18}");

    public Uscc {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("Not an 18-character unified social credit code: " + value);
        }
    }

    /** Reads what a person typed: spaces and hyphens are dropped, letters raised. */
    public static Optional<Uscc> parse(String typed) {
        String code = typed.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
        return FORM.matcher(code).matches() ? Optional.of(new Uscc(code)) : Optional.empty();
    }

    /** Completes 17 characters with their check character. */
    public static Uscc complete(String first17) {
        return new Uscc(first17 + checkCharacter(first17));
    }

    public boolean checkCharacterHolds() {
        return value.charAt(17) == checkCharacter(value);
    }

    /** Groups that can be read aloud: registration 2, division 6, body 9, check 1. */
    public String grouped() {
        return value.substring(0, 2) + " " + value.substring(2, 8) + " " + value.substring(8, 17) + " "
                + value.substring(17);
    }

    private static char checkCharacter(String code) {
        int sum = 0;
        int weight = 1;
        for (int i = 0; i < 17; i++) {
            sum += ALPHABET.indexOf(code.charAt(i)) * weight;
            weight = weight * 3 % 31;
        }
        return ALPHABET.charAt((31 - sum % 31) % 31);
    }

    @Override
    public String toString() {
        return value;
    }
}
