package org.yinxin.verification;

import java.util.Locale;

/** What is checked, in the order in which people read it. */
public enum CheckCode {
    /** The file is a document that can be read. */
    FILE_FORMAT,
    /** There is a seal in it. */
    SEAL_PRESENT,
    /** The signature value and the digest of what it covers are right. */
    SIGNATURE_INTACT,
    /** Signatures cover the file to its last byte. */
    WHOLE_FILE_COVERED,
    /** Every reader sees the same document in the file. */
    FILE_STRUCTURE,
    /** The list of signatures is whole, as far as it tells. */
    SIGNATURES_LISTED,
    /** Nothing but further signatures came after this one. */
    UNCHANGED_SINCE,
    /** Digest and key are strong enough to prove anything. */
    ALGORITHM_STRONG,
    /** The seal in a GM signature was made by a maker whom we know. */
    SEAL_GENUINE,
    /** The seal names the certificate that signed. */
    SIGNER_LISTED,
    /** The certificate leads to one of our roots. */
    ISSUER_TRUSTED,
    /** The certificate was valid when the seal was used. */
    CERTIFICATE_VALID_WHEN_USED,
    /** The certificate's key is one that may sign. */
    KEY_MAY_SIGN,
    /** The certificate was not revoked when the seal was used. */
    NOT_REVOKED_WHEN_USED,
    /** A time stamp proves when it was signed. */
    TIME_STAMP,
    /** Every protected part of a package is as it was. */
    PARTS_UNCHANGED,
    /** Every part of a package is protected. */
    PARTS_COVERED,
    /** The chain holds a record of this use. */
    USE_RECORDED,
    /** The record's commitments open with what stands in the document. */
    RECORD_MATCHES,
    /** Nobody with standing declared the use void or disputed it later: an answer for now, like the one below. */
    USE_STANDS,
    /** The seal was in force when it was used. */
    SEAL_WHEN_USED,
    /** The seal is in force now: a second answer that does not change the first. */
    SEAL_NOW,
    /** The register knows the seal. */
    SEAL_REGISTERED,
    /** The chain says the same of the seal as the register. */
    CHAIN_AGREES;

    /** Whether it is about how things stand now, which does not change what was good when it was used. */
    public boolean isOfNow() {
        return this == SEAL_NOW || this == USE_STANDS;
    }

    /** The start of its message keys. */
    public String key() {
        return "checks." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
