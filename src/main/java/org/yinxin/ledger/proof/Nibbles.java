package org.yinxin.ledger.proof;

import java.util.Arrays;

/** Keys of the trie as half bytes, and their hex-prefix encoding (yellow paper, appendix C). */
final class Nibbles {

    private Nibbles() {}

    static byte[] of(byte[] key) {
        byte[] nibbles = new byte[key.length * 2];
        for (int i = 0; i < key.length; i++) {
            nibbles[2 * i] = (byte) (key[i] >> 4 & 0xf);
            nibbles[2 * i + 1] = (byte) (key[i] & 0xf);
        }
        return nibbles;
    }

    static byte[] pack(byte[] nibbles, boolean leaf) {
        boolean odd = nibbles.length % 2 == 1;
        byte[] packed = new byte[nibbles.length / 2 + 1];
        packed[0] = (byte) ((leaf ? 0x20 : 0) | (odd ? 0x10 | nibbles[0] : 0));
        for (int i = odd ? 1 : 0, at = 1; i < nibbles.length; i += 2, at++) {
            packed[at] = (byte) (nibbles[i] << 4 | nibbles[i + 1]);
        }
        return packed;
    }

    static boolean isLeaf(byte[] packed) {
        return (flag(packed) & 2) != 0;
    }

    /** @throws ProofRefusedException when the flags are not those of a path */
    static byte[] unpack(byte[] packed) {
        int flag = flag(packed);
        if (flag > 3 || (flag & 1) == 0 && (packed[0] & 0xf) != 0) {
            throw new ProofRefusedException(ProofFlaw.ENCODING, "a path with unknown flags");
        }
        byte[] nibbles = of(packed);
        return Arrays.copyOfRange(nibbles, (flag & 1) == 0 ? 2 : 1, nibbles.length);
    }

    private static int flag(byte[] packed) {
        if (packed.length == 0) {
            throw new ProofRefusedException(ProofFlaw.ENCODING, "a path of nothing");
        }
        return packed[0] >> 4 & 0xf;
    }
}
