package org.yinxin.sealing;

import java.util.Locale;

/** Why a file cannot be stamped, as far as its owner can do something about it; the engines know more exactly. */
public enum DocumentRefusal {
    EMPTY,
    TOO_LARGE,
    /** Neither PDF nor OFD. */
    NOT_A_DOCUMENT,
    ENCRYPTED,
    BROKEN,
    /** It contradicts itself, or does what no honest document does: readers might show different things. */
    UNSAFE,
    NO_PAGES,
    /** An OFD of several documents, which readers show one at a time. */
    SEVERAL_DOCUMENTS,
    TOO_MANY_PAGES,
    /** More parts, or more unpacked data, than a document can honestly need. */
    TOO_COMPLEX,
    /** A PDF whose look is computed by the reader (XFA). */
    DYNAMIC_FORM,
    /** An earlier signer allowed no later signature. */
    LOCKED_BY_SIGNER,
    OUTSIDE_PAGE,
    /** A seam seal changes a PDF's pages, which would break the signatures that it has. */
    SEAM_AFTER_SIGNATURE,
    FIELD_NOT_FOUND,
    FIELD_ALREADY_SIGNED,
    /** The imprint at its true size does not lie within the signature field. */
    FIELD_TOO_SMALL;

    /** The key of its words. */
    public String key() {
        return "stamping.refusal." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
