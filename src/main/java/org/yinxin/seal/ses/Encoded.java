package org.yinxin.seal.ses;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Cuts a definite-length BER sequence into its elements byte for byte, as a signature over them needs. */
final class Encoded {

    private static final int SEQUENCE = 0x30;

    private static final int DEEPEST = 24;
    private static final int MOST = 20_000;

    private Encoded() {}

    /** Refuses what is nested too deep, has too many parts, or is not one well-formed element. */
    static byte[] bounded(byte[] data, int largest) {
        if (data.length > largest) {
            throw new SealFormatException("The structure is larger than " + largest + " bytes");
        }
        if (data.length < 2 || end(data, 0) != data.length) {
            throw new SealFormatException("Not one complete element");
        }
        walk(data, 0, data.length, DEEPEST, MOST);
        return data;
    }

    private static int walk(byte[] data, int from, int to, int depth, int left) {
        int remaining = left;
        for (int at = from; at < to; ) {
            int next = end(data, at);
            if (next > to || depth == 0 || --remaining < 0) {
                throw new SealFormatException("The structure is nested too deep, has too many parts or overlaps");
            }
            if ((data[at] & 0x20) != 0) {
                remaining = walk(data, contentStart(data, at), next, depth - 1, remaining);
            }
            at = next;
        }
        return remaining;
    }

    /** The element at the beginning; what follows it may only be zeros, with which PDF pads signatures. */
    static byte[] withoutPadding(byte[] data) {
        int end = end(data, 0);
        for (int i = end; i < data.length; i++) {
            if (data[i] != 0) {
                throw new SealFormatException("Something other than padding follows the structure");
            }
        }
        return end == data.length ? data : Arrays.copyOf(data, end);
    }

    static List<byte[]> elements(byte[] sequence) {
        if (sequence.length < 2 || (sequence[0] & 0xff) != SEQUENCE) {
            throw new SealFormatException("Not a SEQUENCE");
        }
        List<byte[]> elements = new ArrayList<>();
        int at = contentStart(sequence, 0);
        int end = end(sequence, 0);
        while (at < end) {
            int next = end(sequence, at);
            if (next > end) {
                throw new SealFormatException("An element reaches beyond its SEQUENCE");
            }
            elements.add(Arrays.copyOfRange(sequence, at, next));
            at = next;
        }
        return elements;
    }

    /** The position after the element that begins at the given one. */
    private static int end(byte[] data, int at) {
        int start = contentStart(data, at);
        int first = data[at + 1] & 0xff;
        long length = first;
        if (first > 0x80) {
            length = 0;
            for (int i = at + 2; i < start; i++) {
                length = length << 8 | data[i] & 0xff;
            }
        }
        if (start + length > data.length) {
            throw new SealFormatException("An element reaches beyond the end of the data");
        }
        return (int) (start + length);
    }

    private static int contentStart(byte[] data, int at) {
        if (at + 2 > data.length || (data[at] & 0x1f) == 0x1f) {
            throw new SealFormatException("An element is cut off or has a long tag");
        }
        int first = data[at + 1] & 0xff;
        int lengthBytes = first > 0x80 ? first - 0x80 : 0;
        if (first == 0x80 || lengthBytes > 4 || at + 2 + lengthBytes > data.length) {
            throw new SealFormatException("An element has no definite, fitting length");
        }
        return at + 2 + lengthBytes;
    }
}
