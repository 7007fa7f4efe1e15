package org.yinxin.verification.document;

import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.yinxin.sealing.DocumentDesk;
import org.yinxin.sealing.SealingSettings;
import org.yinxin.sealing.pdf.SealedPdf;
import org.yinxin.sealing.plan.StampOrder;
import org.yinxin.verification.Verdict;

/** The whole check of a document, from its bytes to books that are kept in memory, for measuring. */
public final class MeasuredCheck {

    private final FakeBooks books = new FakeBooks();
    private final DocumentChecker checker;

    public MeasuredCheck(X509Certificate root, X509Certificate issuing, List<X509CRL> lists) {
        checker = new DocumentChecker(
                new DocumentDesk(new SealingSettings(Duration.ofDays(30), 2)),
                new Trust(List.of(root), List.of(issuing), lists),
                books);
    }

    public static String sealNumber() {
        return FakeBooks.NUMBER.value();
    }

    public void record(StampOrder order, SealedPdf sealed) {
        books.record(order, sealed);
    }

    /** @throws IllegalStateException when the document is anything but valid */
    public DocumentReport verify(byte[] file) {
        DocumentReport report = checker.check(file, Instant.now());
        if (report.verdict() != Verdict.VALID) {
            throw new IllegalStateException(report.verdict() + " because of " + report.deciding());
        }
        return report;
    }
}
