package org.yinxin.sealing.pdf.verification;

/** Why a signature does not hold, or could not be computed. The names are stable. */
public enum SignatureFault {
    NONE,
    /** The byte range is wrong, see there. */
    BYTE_RANGE,
    /** The value is no signature structure of the kind that the dictionary names, or something stands behind it. */
    NOT_A_SIGNATURE,
    /** The structure carries content of its own instead of covering the file. */
    CONTENT_INSIDE,
    /** No signer, or several. */
    NOT_ONE_SIGNER,
    /** Nothing binds the digest to its purpose. */
    NO_SIGNED_ATTRIBUTES,
    CERTIFICATE_MISSING,
    /** The signed attributes name another certificate than the one that came along (ETSI EN 319 122-1, 5.2.2). */
    CERTIFICATE_SWAPPED,
    /** The signed bytes are not those of the file. */
    DIGEST_DIFFERS,
    /** The signature value does not fit the certificate. */
    VALUE_WRONG,
    ALGORITHM_UNKNOWN,
    /** A GM profile other than seals. */
    GM_PROFILE_UNKNOWN,
    /** The seal in the signature does not hold, or its list does not contain the signer. */
    SEAL_WRONG,
    /** A digest or key that is no longer strong enough to prove anything (MD5, SHA-1, RSA below 2,048 bits). */
    WEAK
}
