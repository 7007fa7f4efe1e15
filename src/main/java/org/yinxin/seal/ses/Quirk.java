package org.yinxin.seal.ses;

/** Departures from the standard that are tolerated on reading, because vendors make them, and named in reports. */
public enum Quirk {
    /** A signature is r and s side by side instead of a DER sequence of the two. */
    RAW_SIGNATURE,
    /** A time is written as UTCTime, which V1 asked for and later versions do not. */
    UTC_TIME,
    /** A time is written as text, as one V1 vendor does. */
    TEXT_TIME,
    /** The list of signers holds something that is not a certificate; it lets nobody sign. */
    SIGNER_IS_NO_CERTIFICATE,
    /** A text is of another ASN.1 string type than the standard names. */
    TEXT_TYPE,
    /** Extension data of a signature stand there without their tag. */
    EXTENSIONS_UNTAGGED,
    /** Bytes that belong in a BIT STRING stand in an OCTET STRING. */
    OCTETS_FOR_BITS,
    /** The digest of the signed data was taken with SM2's Z prefix instead of plain SM3. */
    Z_PREFIXED_DIGEST,
    /** The signature and the seal in it are of different versions. */
    VERSIONS_DIFFER,
    /** The signed attributes of a plain signature are not in the order that DER asks for. */
    ATTRIBUTES_UNORDERED
}
