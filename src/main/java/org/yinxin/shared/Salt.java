package org.yinxin.shared;

import java.util.Arrays;
import java.util.HexFormat;

/** Sixteen random bytes that keep a commitment from being guessed open. */
public final class Salt {

    public static final int LENGTH = 16;

    private final byte[] bytes;

    private Salt(byte[] bytes) {
        this.bytes = bytes;
    }

    public static Salt random() {
        return new Salt(Randomness.bytes(LENGTH));
    }

    /** @throws IllegalArgumentException when there are not exactly 16 bytes */
    public static Salt of(byte[] bytes) {
        if (bytes.length != LENGTH) {
            throw new IllegalArgumentException("A salt has 16 bytes, not " + bytes.length);
        }
        return new Salt(bytes.clone());
    }

    public static Salt fromHex(String hex) {
        return of(HexFormat.of().parseHex(hex));
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    public String hex() {
        return HexFormat.of().formatHex(bytes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Salt salt && Arrays.equals(bytes, salt.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    /** Never the bytes: a salt opens commitments and does not belong in a log. */
    @Override
    public String toString() {
        return "Salt[16 bytes]";
    }
}
