package org.yinxin.ledger.proof.book;

import java.util.UUID;
import org.yinxin.ledger.authority.AbiWords;
import org.yinxin.shared.Digest;

/** Values of statements as the contract encodes them. */
final class Words {

    private final AbiWords words = new AbiWords();

    Words entry(UUID id) {
        words.bytes16(id);
        return this;
    }

    Words add(AbiType type, String value) {
        if (type == AbiType.BYTES32) {
            words.bytes32(Digest.fromHex(value));
        } else {
            words.uint(type.number(value));
        }
        return this;
    }

    Digest keccak() {
        return words.keccak();
    }

    /** 0x and all their digits. */
    String hex() {
        return words.hex();
    }
}
