package org.yinxin.sealing.pdf;

/** Which signatures one stamping of a PDF makes, each in a revision of its own. */
public enum SealingProfiles {
    /** PAdES (ETSI EN 319 142-1), which Acrobat and the EU's DSS check. */
    PADES,
    /** The GM signature of a seal (GB/T 38540-2020), which Chinese readers check. */
    GM,
    /** The GM signature and then, covering it, the PAdES signature. */
    BOTH;

    boolean pades() {
        return this != GM;
    }

    boolean gm() {
        return this != PADES;
    }
}
