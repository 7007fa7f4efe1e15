package org.yinxin.sealing;

import java.util.List;
import org.yinxin.sealing.plan.PageSize;

/** The outcome of looking at an uploaded file before anything else is done with it. */
public sealed interface DocumentInspection {

    /**
     * The file can be stamped.
     *
     * @param signatures how many it carries already
     * @param fields the empty signature fields of a PDF
     */
    record Accepted(DocumentKind kind, List<PageSize> pages, int signatures, List<PreparedField> fields)
            implements DocumentInspection {

        public Accepted {
            pages = List.copyOf(pages);
            fields = List.copyOf(fields);
        }
    }

    /** The file cannot be stamped. */
    record Refused(DocumentRefusal reason) implements DocumentInspection {}
}
