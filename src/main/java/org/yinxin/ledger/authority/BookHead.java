package org.yinxin.ledger.authority;

import org.yinxin.shared.Digest;

/** How the contract chains the entries of a use book. */
public final class BookHead {

    /** The head of a book without entries. */
    public static final Digest EMPTY = Digest.of(new byte[Digest.LENGTH]);

    private BookHead() {}

    /** keccak256(abi.encode(previous, number, fact)) */
    public static Digest after(Digest previous, long number, Digest fact) {
        return new AbiWords().bytes32(previous).uint(number).bytes32(fact).keccak();
    }
}
