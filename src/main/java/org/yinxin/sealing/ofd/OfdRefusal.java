package org.yinxin.sealing.ofd;

/** Why a file is not taken for an OFD document; the names are stable. */
public enum OfdRefusal {
    EMPTY,
    TOO_LARGE,
    /** Not a zip file, or none that ends where it says. */
    NOT_ZIP,
    /** The zip's structure contradicts itself. */
    ZIP_BROKEN,
    /** A zip of more than 4 GiB or 65,535 entries, which no document here can be. */
    ZIP64,
    ENCRYPTED,
    /** An entry is packed by something other than deflate. */
    METHOD_NOT_SUPPORTED,
    /** An entry's own header says otherwise than the central directory. */
    HEADERS_DISAGREE,
    ENTRIES_OVERLAP,
    /** Bytes before, between or after the entries that belong to none. */
    BYTES_OUTSIDE_ENTRIES,
    DUPLICATE_NAME,
    /** Two names that some file systems take for one, or a file that is also a folder. */
    NAMES_COLLIDE,
    /** Absolute, climbing, with a backslash, a colon or a control character. */
    UNSAFE_NAME,
    /** A symbolic link, a device or the like. */
    NOT_A_PLAIN_FILE,
    TOO_MANY_ENTRIES,
    TOO_DEEP,
    UNPACKS_TOO_LARGE,
    /** An entry does not unpack to the size and check sum that the directory gives. */
    CONTENT_BROKEN,
    XML_BROKEN,
    XML_DOCTYPE,
    XML_TOO_LARGE,
    XML_TOO_DEEP,
    XML_TOO_COMPLEX,
    /** A zip without OFD.xml, or with one that is none. */
    NOT_OFD,
    /** What the document is made of cannot be found out. */
    DOCUMENT_BROKEN,
    /** Something that may stand once stands twice, or in a foreign namespace: readers would see different things. */
    AMBIGUOUS,
    PART_MISSING,
    NO_PAGES,
    TOO_MANY_PAGES,
    TOO_MANY_SIGNATURES,
    /** An earlier signature protects what another one would have to change: its signer allowed no later one. */
    LOCKED_BY_SIGNER,
    /** A package of several documents: which of them a seal stands for could not be seen. */
    SEVERAL_DOCUMENTS
}
