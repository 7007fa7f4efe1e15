package org.yinxin.sealing.ofd.verification;

/** What departs from the standard in a document's signatures and is tolerated, and named in reports. */
public enum OfdQuirk {
    /** OFD.xml is not protected: what it says of the document may have been changed. */
    ENTRANCE_UNCOVERED,
    /** A template is not protected: what it shows on pages may have been changed. */
    TEMPLATE_UNCOVERED,
    /** The list of annotations is protected only by a later signature. */
    ANNOTATIONS_COVERED_LATER,
    /** The digest of parts is called {@code SM3} instead of by its object identifier. */
    CHECK_METHOD_BY_NAME,
    /** The digest of parts goes by the identifier that also says that no key is used. */
    CHECK_METHOD_UNKEYED,
    /** A plain signature is listed without its type. */
    TYPE_NOT_STATED,
    /** The namespace is the one from before the standard. */
    EARLY_NAMESPACE,
    /** The list's counter stands there more than once. */
    COUNTER_TWICE
}
