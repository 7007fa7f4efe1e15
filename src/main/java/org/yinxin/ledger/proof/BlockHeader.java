package org.yinxin.ledger.proof;

import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A block's header (yellow paper, 4.3, with the fields that later rules append). */
final class BlockHeader {

    private static final int TRANSACTIONS_ROOT = 4;
    private static final int RECEIPTS_ROOT = 5;
    private static final int NUMBER = 8;
    private static final int TIMESTAMP = 11;
    private static final int EXTRA_DATA = 12;
    private static final int LEAST_FIELDS = 15;

    private final List<Rlp> fields;

    private BlockHeader(List<Rlp> fields) {
        this.fields = fields;
    }

    static BlockHeader decode(byte[] encoded) {
        List<Rlp> fields = Rlp.decode(encoded).items();
        if (fields.size() < LEAST_FIELDS) {
            throw new ProofRefusedException(ProofFlaw.ENCODING, "a header of " + fields.size() + " fields");
        }
        return new BlockHeader(fields);
    }

    byte[] transactionsRoot() {
        return fields.get(TRANSACTIONS_ROOT).bytes();
    }

    byte[] receiptsRoot() {
        return fields.get(RECEIPTS_ROOT).bytes();
    }

    long number() {
        return small(NUMBER);
    }

    Instant time() {
        return Instant.ofEpochSecond(small(TIMESTAMP));
    }

    byte[] extraData() {
        return fields.get(EXTRA_DATA).bytes();
    }

    byte[] hash() {
        return Keccak.hash(Rlp.of(fields).encode());
    }

    byte[] hashWithExtraData(byte[] extraData) {
        List<Rlp> changed = new ArrayList<>(fields);
        changed.set(EXTRA_DATA, Rlp.of(extraData));
        return Keccak.hash(Rlp.of(changed).encode());
    }

    private long small(int field) {
        BigInteger number = fields.get(field).number();
        if (number.bitLength() > 40) {
            throw new ProofRefusedException(ProofFlaw.ENCODING, "a number beyond reason");
        }
        return number.longValueExact();
    }
}
