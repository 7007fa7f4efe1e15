package org.yinxin.pki;

/**
 * Why a certificate was revoked, with the code of RFC 5280, 5.3.1. A hold is not among them: a suspension stands in the
 * books and on the chain, and the certificate lives on.
 */
public enum RevocationReason {
    UNSPECIFIED(0),
    KEY_COMPROMISE(1),
    CA_COMPROMISE(2),
    AFFILIATION_CHANGED(3),
    SUPERSEDED(4),
    CESSATION_OF_OPERATION(5),
    PRIVILEGE_WITHDRAWN(9);

    private final int code;

    RevocationReason(int code) {
        this.code = code;
    }

    int code() {
        return code;
    }
}
