package org.yinxin.ledger.proof;

import java.util.HexFormat;

/** Bytes as JSON-RPC and proof files write them: 0x and lower-case digits. */
final class Hex {

    private Hex() {}

    static String of(byte[] bytes) {
        return "0x" + HexFormat.of().formatHex(bytes);
    }

    /** @throws ProofRefusedException when it is no such text */
    static byte[] bytes(String hex) {
        if (!hex.startsWith("0x")) {
            throw new ProofRefusedException(ProofFlaw.UNREADABLE, "bytes without 0x");
        }
        try {
            return HexFormat.of().parseHex(hex, 2, hex.length());
        } catch (IllegalArgumentException e) {
            throw new ProofRefusedException(ProofFlaw.UNREADABLE, "no bytes in hexadecimal digits");
        }
    }
}
