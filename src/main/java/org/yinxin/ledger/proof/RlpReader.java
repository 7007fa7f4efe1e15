package org.yinxin.ledger.proof;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Reads {@link Rlp} and nothing that is merely like it. */
final class RlpReader {

    private static final int MAX_DEPTH = 16;

    private final byte[] data;
    private int at;

    RlpReader(byte[] data) {
        this.data = data;
    }

    Rlp whole() {
        Rlp value = next(data.length, 0);
        if (at != data.length) {
            throw refused("bytes behind the end");
        }
        return value;
    }

    private Rlp next(int end, int depth) {
        if (depth > MAX_DEPTH) {
            throw refused("nested too deeply");
        }
        if (at >= end) {
            throw refused("it ends too soon");
        }
        int head = data[at++] & 0xff;
        if (head < 0x80) {
            return Rlp.of(new byte[] {(byte) head});
        }
        boolean list = head >= 0xc0;
        int length = length(head - (list ? 0xc0 : 0x80), end);
        if (length > end - at) {
            throw refused("longer than what holds it");
        }
        return list ? list(length, depth) : string(length);
    }

    private Rlp string(int length) {
        byte[] value = Arrays.copyOfRange(data, at, at + length);
        if (length == 1 && (value[0] & 0xff) < 0x80) {
            throw refused("a small byte with a length of its own");
        }
        at += length;
        return Rlp.of(value);
    }

    private Rlp list(int length, int depth) {
        int end = at + length;
        List<Rlp> items = new ArrayList<>();
        while (at < end) {
            items.add(next(end, depth + 1));
        }
        return Rlp.of(items);
    }

    private int length(int marker, int end) {
        if (marker < 56) {
            return marker;
        }
        int digits = marker - 55;
        if (digits > 4 || digits > end - at || data[at] == 0) {
            throw refused("a length that is not one");
        }
        long length = 0;
        for (int i = 0; i < digits; i++) {
            length = length << 8 | data[at++] & 0xff;
        }
        if (length < 56 || length > Integer.MAX_VALUE) {
            throw refused("a length in the wrong form");
        }
        return (int) length;
    }

    private static ProofRefusedException refused(String why) {
        return new ProofRefusedException(ProofFlaw.ENCODING, why);
    }
}
