package org.yinxin.verification.document;

import java.util.List;
import org.yinxin.sealing.pdf.verification.ChangedPage;

/**
 * What was changed after a signature, to be shown page by page.
 *
 * @param signedUntil the end of the part of the file that was signed
 * @param others whether more was changed than shows on these pages
 */
public record DocumentChanges(long signedUntil, List<ChangedPage> pages, boolean others) {

    public DocumentChanges {
        pages = List.copyOf(pages);
    }
}
