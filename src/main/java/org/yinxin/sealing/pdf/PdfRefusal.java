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
    LOCKED_BY_SIGNER
}
