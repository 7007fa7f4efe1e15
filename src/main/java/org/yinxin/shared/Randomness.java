package org.yinxin.shared;

import java.security.SecureRandom;

/** The platform's one source of randomness for salts, references and identifiers. */
final class Randomness {

    private static final SecureRandom SOURCE = new SecureRandom();

    private Randomness() {}

    static byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        SOURCE.nextBytes(bytes);
        return bytes;
    }

    /** Letters and digits that are not mistaken for one another when read aloud (Crockford's base 32). */
    static String readable(int characters) {
        String alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
        StringBuilder text = new StringBuilder(characters);
        for (byte random : bytes(characters)) {
            text.append(alphabet.charAt(random & 31));
        }
        return text.toString();
    }
}
