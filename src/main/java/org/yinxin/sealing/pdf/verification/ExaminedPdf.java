package org.yinxin.sealing.pdf.verification;

import java.util.List;
import java.util.Set;
import org.yinxin.sealing.plan.PageSize;

/**
 * A PDF file after all that can be found out from its bytes alone.
 *
 * @param signatures oldest first; time stamps of the document are not among them
 * @param timeStamps of the document as a whole, oldest first
 * @param covered whether the last signature or time stamp ends at the file's end, or nothing but proof of validity stands behind it
 * @param quirks where the file departs from the standard so that readers may disagree
 */
public record ExaminedPdf(
        List<PageSize> pages,
        List<ExaminedSignature> signatures,
        List<TimeStamp> timeStamps,
        boolean covered,
        Set<StructureQuirk> quirks,
        EmbeddedEvidence evidence) {

    public ExaminedPdf {
        pages = List.copyOf(pages);
        signatures = List.copyOf(signatures);
        timeStamps = List.copyOf(timeStamps);
        quirks = Set.copyOf(quirks);
    }
}
