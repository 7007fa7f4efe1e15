package org.yinxin.attacks;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Changes bytes the way attackers do. */
final class Bytes {

    private Bytes() {}

    static byte[] latin(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    static String latin(byte[] data) {
        return new String(data, StandardCharsets.ISO_8859_1);
    }

    static int find(byte[] data, String text, int from) {
        return latin(data).indexOf(text, from);
    }

    static int findLast(byte[] data, String text) {
        return latin(data).lastIndexOf(text);
    }

    /** @throws IllegalArgumentException when the text does not stand there, so that no attack is one in name only */
    static byte[] replaceLast(byte[] data, String from, String to) {
        int at = findLast(data, from);
        if (at < 0) {
            throw new IllegalArgumentException("Nothing to attack: " + from);
        }
        return join(Arrays.copyOf(data, at), latin(to), Arrays.copyOfRange(data, at + from.length(), data.length));
    }

    static byte[] replaceAll(byte[] data, String from, String to) {
        String text = latin(data);
        if (!text.contains(from)) {
            throw new IllegalArgumentException("Nothing to attack: " + from);
        }
        return latin(text.replace(from, to));
    }

    static byte[] flip(byte[] data, int at) {
        byte[] flipped = data.clone();
        flipped[at] ^= 1;
        return flipped;
    }

    static byte[] put(byte[] data, int at, int... values) {
        byte[] changed = data.clone();
        for (int i = 0; i < values.length; i++) {
            changed[at + i] = (byte) values[i];
        }
        return changed;
    }

    static byte[] put(byte[] data, int at, byte[] values) {
        byte[] changed = data.clone();
        System.arraycopy(values, 0, changed, at, values.length);
        return changed;
    }

    static byte[] join(byte[]... parts) {
        int length = 0;
        for (byte[] part : parts) {
            length += part.length;
        }
        byte[] joined = new byte[length];
        int at = 0;
        for (byte[] part : parts) {
            System.arraycopy(part, 0, joined, at, part.length);
            at += part.length;
        }
        return joined;
    }
}
