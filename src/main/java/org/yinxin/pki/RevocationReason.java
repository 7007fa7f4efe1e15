package org.yinxin.pki;

/** Why a certificate was revoked, with the code of RFC 5280, 5.3.1. */
public enum RevocationReason {
    KEY_COMPROMISE(1),
    AFFILIATION_CHANGED(3),
    SUPERSEDED(4),
    CESSATION_OF_OPERATION(5);

    private final int code;

    RevocationReason(int code) {
        this.code = code;
    }

    int code() {
        return code;
    }
}
