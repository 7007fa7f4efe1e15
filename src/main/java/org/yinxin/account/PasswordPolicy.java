package org.yinxin.account;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Which passwords may be chosen, by NIST SP 800-63B-4, 3.1.1.2: length and a blocklist, no rules of composition, no
 * expiry. A password that is the only factor has at least 15 characters; Unicode code points count, after NFKC.
 */
public final class PasswordPolicy {

    public static final int SHORTEST = 15;
    public static final int LONGEST = 128;

    private static final Pattern EDGES = Pattern.compile("^[^\\p{L}]+|[^\\p{L}]+$");
    private static final Pattern DIGITS_AND_SIGNS = Pattern.compile("[^\\p{L}]*");
    private static final String[] ROWS = {
        "01234567890123456789",
        "09876543210987654321",
        "abcdefghijklmnopqrstuvwxyz",
        "zyxwvutsrqponmlkjihgfedcba",
        "qwertyuiopasdfghjklzxcvbnm",
        "1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p"
    };
    private static final Set<String> COMMON = read("common-passwords.txt");

    private PasswordPolicy() {}

    /** @param about words an attacker would try first: the person's name, telephone or staff number */
    public static Optional<PasswordRefusal> refusal(String typed, Collection<String> about) {
        String password = normalised(typed);
        long length = password.codePoints().count();
        if (length < SHORTEST) {
            return Optional.of(PasswordRefusal.TOO_SHORT);
        }
        if (length > LONGEST) {
            return Optional.of(PasswordRefusal.TOO_LONG);
        }
        String folded = password.toLowerCase(Locale.ROOT).replaceAll("\\s", "");
        String remainder = without(folded, about);
        if (!remainder.equals(folded) && DIGITS_AND_SIGNS.matcher(remainder).matches()) {
            return Optional.of(PasswordRefusal.ABOUT_YOU);
        }
        return isCommon(folded) ? Optional.of(PasswordRefusal.COMMON) : Optional.empty();
    }

    /** The form that is measured and hashed, whichever keyboard it was typed on. */
    static String normalised(String typed) {
        return Normalizer.normalize(typed, Normalizer.Form.NFKC);
    }

    private static String without(String password, Collection<String> about) {
        String remainder = password;
        for (String word : about) {
            String folded = normalised(word).toLowerCase(Locale.ROOT).replaceAll("\\s", "");
            if (folded.codePointCount(0, folded.length()) >= 2) {
                remainder = remainder.replace(folded, "");
            }
        }
        return remainder;
    }

    private static boolean isCommon(String password) {
        String unit = repeatedUnit(password);
        String core = repeatedUnit(EDGES.matcher(unit).replaceAll(""));
        boolean fewCharacters = password.codePoints().distinct().count() < 4;
        boolean repeatedDigits = unit.length() <= password.length() / 2
                && DIGITS_AND_SIGNS.matcher(unit).matches();
        return fewCharacters || repeatedDigits || COMMON.contains(unit) || COMMON.contains(core) || isRow(password);
    }

    private static boolean isRow(String password) {
        for (String row : ROWS) {
            if (row.contains(password) || (row + row).contains(password)) {
                return true;
            }
        }
        return false;
    }

    /** The shortest text that, repeated, gives the whole; the last repetition may be cut off. */
    private static String repeatedUnit(String text) {
        for (int length = 1; length <= text.length() / 2; length++) {
            if (text.regionMatches(length, text, 0, text.length() - length)) {
                return text.substring(0, length);
            }
        }
        return text;
    }

    private static Set<String> read(String resource) {
        try (InputStream stream = PasswordPolicy.class.getResourceAsStream(resource)) {
            if (stream == null) {
                throw new IllegalStateException(resource + " is missing from the application");
            }
            return new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
