package org.yinxin.authority;

import org.yinxin.ledger.authority.KeyKind;

/** Where a key lives and how its holder is asked for a signature. */
public enum KeyMethod {
    /** With an authenticator: a phone, a computer or a security key (Web Authentication Level 3). */
    PASSKEY,
    /** In one browser of one device, which never gives it away (Web Cryptography API, not extractable). */
    BROWSER,
    /** With a machine of the holder's, which signs without a person. */
    MACHINE;

    /** What the contract checks of its signatures. */
    public KeyKind kind() {
        return this == PASSKEY ? KeyKind.PASSKEY : KeyKind.ES256;
    }
}
