package org.yinxin.sealing.pdf;

/** The baseline levels of ETSI EN 319 142-1, clause 6, each holding the one before. */
public enum PadesLevel {
    /** Signed. */
    B,
    /** With a time stamp over the signature. */
    T,
    /** With certificates, revocation lists and answers for all who signed and stamped. */
    LT,
    /** With a time stamp over the document and all that proof. */
    LTA;

    boolean reaches(PadesLevel other) {
        return compareTo(other) >= 0;
    }
}
