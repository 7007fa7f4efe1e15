package org.yinxin.ledger;

/** How a party's transactions get their signatures, as far as this installation is concerned. */
public enum SigningWay {
    /** Its key lies here, in an encrypted file. */
    KEYSTORE,
    /** A signer in the party's own house signs, and keeps the key. */
    REMOTE,
    /** Not here: another installation has the key, or the party sends nothing. */
    ELSEWHERE
}
