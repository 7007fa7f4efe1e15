package org.yinxin.sealing.pdf.verification;

/** Where a file departs from ISO 32000-2 so that readers may see different documents in it. The names are stable. */
public enum StructureQuirk {
    /** Something stands before {@code %PDF}, and readers disagree on where to count from. */
    BYTES_BEFORE_HEADER,
    /** The cross-references do not lead to the objects: each reader repairs in its own way. */
    REPAIRED,
    /** A signature stands in the file that no form field shows. */
    HIDDEN_SIGNATURE,
    /** Protected, but open to everybody: the password is empty. */
    ENCRYPTED
}
