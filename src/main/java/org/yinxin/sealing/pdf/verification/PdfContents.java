package org.yinxin.sealing.pdf.verification;

import java.util.List;
import org.yinxin.sealing.plan.PageSize;

/** What a file to be checked holds: its pages, at most as many as the limits allow, and its signatures, oldest first. */
public record PdfContents(List<PageSize> pages, List<FoundSignature> signatures) {

    public PdfContents {
        pages = List.copyOf(pages);
        signatures = List.copyOf(signatures);
    }
}
