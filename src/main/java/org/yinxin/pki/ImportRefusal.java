package org.yinxin.pki;

/** Why certificates from an authority outside cannot be taken in. */
public enum ImportRefusal {
    /** There are no certificates in the file, or too many. */
    NO_CERTIFICATES,
    /** None of them is for the key that was sent. */
    OTHER_KEY,
    /** It names somebody else than was asked for. */
    OTHER_SUBJECT,
    /** It may not sign certificates and revocation lists. */
    NO_AUTHORITY,
    /** One of them is not valid yet, or not any more. */
    NOT_VALID_NOW,
    /** It ends before the seals that it would certify. */
    ENDS_TOO_SOON,
    /** They do not lead up to a root that signs itself. */
    BROKEN_CHAIN
}
