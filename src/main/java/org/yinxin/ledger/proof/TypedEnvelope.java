package org.yinxin.ledger.proof;

import java.util.Arrays;
import java.util.List;

/**
 * A transaction or a receipt as it stands in the trie: a list by itself, or a type byte before the list (EIP-2718).
 *
 * @param type 0 for what is older than types
 */
record TypedEnvelope(int type, List<Rlp> fields) {

    static TypedEnvelope decode(byte[] encoded) {
        if (encoded.length == 0) {
            throw new ProofRefusedException(ProofFlaw.ENCODING, "nothing at all");
        }
        int head = encoded[0] & 0xff;
        if (head >= 0xc0) {
            return new TypedEnvelope(0, Rlp.decode(encoded).items());
        }
        if (head == 0 || head > 0x7f) {
            throw new ProofRefusedException(ProofFlaw.ENCODING, "an envelope of no type");
        }
        return new TypedEnvelope(
                head, Rlp.decode(Arrays.copyOfRange(encoded, 1, encoded.length)).items());
    }

    static byte[] encode(int type, List<Rlp> fields) {
        byte[] list = Rlp.of(fields).encode();
        if (type == 0) {
            return list;
        }
        byte[] typed = new byte[list.length + 1];
        typed[0] = (byte) type;
        System.arraycopy(list, 0, typed, 1, list.length);
        return typed;
    }
}
