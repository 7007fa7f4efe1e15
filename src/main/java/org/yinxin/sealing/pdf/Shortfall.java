package org.yinxin.sealing.pdf;

/** Why a signature stayed below what was asked for; each can be mended later. */
public enum Shortfall {
    /** No authority gave a time stamp over the signature. */
    NO_TIME_STAMP,
    /** No authority gave an SM2 time stamp over the GM signature. */
    NO_SM2_TIME_STAMP,
    /** Of a certificate in a chain, the issuer or the state of its revocation could not be had. */
    NO_REVOCATION_PROOF,
    /** No authority gave a time stamp over the document with its proof. */
    NO_ARCHIVE_TIME_STAMP
}
