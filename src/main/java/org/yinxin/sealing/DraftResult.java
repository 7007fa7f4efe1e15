package org.yinxin.sealing;

import java.util.UUID;

/** The outcome of handing in a document to be stamped. */
public sealed interface DraftResult {

    /** It can be stamped. */
    record Started(UUID draft) implements DraftResult {}

    /** It cannot. */
    record Refused(DocumentRefusal reason) implements DraftResult {}
}
