package org.yinxin.ledger.authority;

/** How a P-256 key signs. The order is the contract's, after its zero. */
public enum KeyKind {
    /** ECDSA over the SHA-256 of the act's 32 bytes (RFC 7518, 3.4): machines and keys kept by a browser. */
    ES256,
    /** A WebAuthn assertion whose challenge is the act's 32 bytes (Web Authentication Level 2, 7.2). */
    PASSKEY;

    /** The contract's number. */
    public int onChain() {
        return ordinal() + 1;
    }
}
