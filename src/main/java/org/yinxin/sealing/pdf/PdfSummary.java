package org.yinxin.sealing.pdf;

import java.util.List;
import org.yinxin.sealing.plan.PageSize;

/** What an inspected document holds: its pages and how many signatures it carries already. */
public record PdfSummary(List<PageSize> pages, int signatures) {

    public PdfSummary {
        pages = List.copyOf(pages);
    }
}
