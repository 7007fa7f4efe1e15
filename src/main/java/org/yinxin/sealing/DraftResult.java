package org.yinxin.sealing;

import java.util.UUID;
import org.yinxin.sealing.pdf.PdfRefusal;

/** The outcome of handing in a document to be stamped. */
public sealed interface DraftResult {

    /** It can be stamped. */
    record Started(UUID draft) implements DraftResult {}

    /** It cannot. */
    record Refused(PdfRefusal reason) implements DraftResult {}
}
