package org.yinxin.sealing.pdf;

/** Why a file cannot be stamped or read. */
public enum PdfRefusal {
    EMPTY,
    TOO_LARGE,
    NOT_PDF,
    ENCRYPTED,
    BROKEN,
    NO_PAGES,
    TOO_MANY_PAGES,
    /** More objects, or more unpacked data, than a document can honestly need. */
    TOO_COMPLEX,
    /** An XFA form: what it shows is computed by the reader and is not what would be sealed. */
    DYNAMIC_FORM,
    /** An earlier signer certified the document and allowed no later signature. */
    LOCKED_BY_SIGNER,
    /** An imprint would stand on no page, or not wholly on its page. */
    OUTSIDE_PAGE,
    /** A seam seal changes the pages, which would break the signatures that the document has. */
    SEAM_AFTER_SIGNATURE,
    /** There is no signature field of this name, or it is on no page. */
    FIELD_NOT_FOUND,
    FIELD_ALREADY_SIGNED,
    /** The imprint at its true size does not lie within the field. */
    FIELD_TOO_SMALL
}
