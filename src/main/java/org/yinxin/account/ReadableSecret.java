package org.yinxin.account;

import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Locale;

/** Secrets that the platform makes up and people read aloud and type: 20 random bits in each group of four. */
final class ReadableSecret {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";

    private ReadableSecret() {}

    /** A one-time password such as {@code 7k4m-2qpd-9rta-xw3e}. */
    static String password() {
        return make(4);
    }

    /** A code given out at a counter, such as {@code 7k4m-2qpd-9rta}. */
    static String counterCode() {
        return make(3);
    }

    /** The made form of what a person typed: case and hyphens do not matter, i and l are read as 1, o as 0. */
    static String read(String typed) {
        String letters = Normalizer.normalize(typed, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]", "")
                .replace('i', '1')
                .replace('l', '1')
                .replace('o', '0');
        return letters.replaceAll("(.{4})(?!$)", "$1-");
    }

    private static String make(int groups) {
        byte[] bytes = new byte[4 * groups];
        RANDOM.nextBytes(bytes);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < bytes.length; i++) {
            text.append(i > 0 && i % 4 == 0 ? "-" : "").append(ALPHABET.charAt(bytes[i] & 31));
        }
        return text.toString();
    }
}
