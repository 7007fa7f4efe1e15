package org.yinxin.pki.tsp;

/** Why a token from elsewhere is not believed. */
public enum TokenRefusal {
    NOT_GRANTED,
    UNREADABLE,
    OTHER_IMPRINT,
    OTHER_NONCE,
    OTHER_TIME,
    NO_CERTIFICATE,
    WRONG_KEY_USAGE,
    BAD_SIGNATURE,
    UNTRUSTED
}
