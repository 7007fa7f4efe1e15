package org.yinxin.ledger.proof;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;

/**
 * Recursive length prefix (Ethereum yellow paper, appendix B), read strictly: of every value there is one encoding, and
 * any other is refused, or two files could prove the same thing.
 */
sealed interface Rlp {

    /** A string of bytes. */
    record Bytes(byte[] value) implements Rlp {}

    /** A list. */
    record Items(List<Rlp> items) implements Rlp {
        public Items {
            items = List.copyOf(items);
        }
    }

    static Rlp of(byte[] value) {
        return new Bytes(value);
    }

    static Rlp of(List<Rlp> items) {
        return new Items(items);
    }

    /** A number without leading zeros; zero is the empty string. */
    static Rlp of(BigInteger number) {
        if (number.signum() < 0) {
            throw new IllegalArgumentException("A number is not negative here: " + number);
        }
        byte[] bytes = number.toByteArray();
        int from = bytes[0] == 0 ? 1 : 0;
        return new Bytes(Arrays.copyOfRange(bytes, from, bytes.length));
    }

    static Rlp of(long number) {
        return of(BigInteger.valueOf(number));
    }

    /** @throws ProofRefusedException when it is not exactly one value in its only encoding */
    static Rlp decode(byte[] encoded) {
        return new RlpReader(encoded).whole();
    }

    default byte[] encode() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        write(this, out);
        return out.toByteArray();
    }

    default byte[] bytes() {
        if (this instanceof Bytes bytes) {
            return bytes.value();
        }
        throw new ProofRefusedException(ProofFlaw.ENCODING, "a list where bytes belong");
    }

    default List<Rlp> items() {
        if (this instanceof Items list) {
            return list.items();
        }
        throw new ProofRefusedException(ProofFlaw.ENCODING, "bytes where a list belongs");
    }

    default BigInteger number() {
        byte[] bytes = bytes();
        if (bytes.length > 0 && bytes[0] == 0) {
            throw new ProofRefusedException(ProofFlaw.ENCODING, "a number with a leading zero");
        }
        return new BigInteger(1, bytes);
    }

    private static void write(Rlp rlp, ByteArrayOutputStream out) {
        switch (rlp) {
            case Bytes bytes -> {
                byte[] value = bytes.value();
                if (value.length != 1 || (value[0] & 0xff) >= 0x80) {
                    header(0x80, value.length, out);
                }
                out.writeBytes(value);
            }
            case Items list -> {
                ByteArrayOutputStream inner = new ByteArrayOutputStream();
                list.items().forEach(item -> write(item, inner));
                header(0xc0, inner.size(), out);
                out.writeBytes(inner.toByteArray());
            }
        }
    }

    private static void header(int base, int length, ByteArrayOutputStream out) {
        if (length < 56) {
            out.write(base + length);
            return;
        }
        byte[] count = of(length).bytes();
        out.write(base + 55 + count.length);
        out.writeBytes(count);
    }
}
