package org.yinxin.verification.document;

import java.time.Instant;
import java.util.List;
import org.yinxin.sealing.pdf.PageSize;
import org.yinxin.shared.Digest;
import org.yinxin.verification.Check;
import org.yinxin.verification.Verdict;

/**
 * The answer about a document.
 *
 * @param verdict whether it is what was sealed, judged at the time of sealing
 * @param deciding the check that the verdict hangs on, to be told first
 * @param checks those of the file as a whole
 * @param signatures oldest first
 */
public record DocumentReport(
        Verdict verdict,
        Check deciding,
        List<Check> checks,
        List<SignatureFinding> signatures,
        List<PageSize> pages,
        Digest sha256,
        Instant checkedAt) {

    public DocumentReport {
        checks = List.copyOf(checks);
        signatures = List.copyOf(signatures);
        pages = List.copyOf(pages);
    }

    public List<SignatureFinding> seals() {
        return signatures.stream().filter(SignatureFinding::ours).toList();
    }
}
