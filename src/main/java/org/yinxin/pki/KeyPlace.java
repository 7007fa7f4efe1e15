package org.yinxin.pki;

/** Where a private key lives. */
enum KeyPlace {
    /** In its row, encrypted under a wrapping key. */
    WRAPPED,
    /** In the HSM, which draws it and signs with it. */
    HSM
}
