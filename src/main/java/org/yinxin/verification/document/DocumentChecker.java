package org.yinxin.verification.document;

import java.time.Instant;
import org.yinxin.sealing.DocumentDesk;

/** Checks a document of either kind from the bytes of the file to the chain; knows nothing of the web. */
final class DocumentChecker {

    private final PdfChecker pdf;

    DocumentChecker(DocumentDesk desk, Trust trust, Books books) {
        this.pdf = new PdfChecker(desk, trust, books);
    }

    DocumentReport check(byte[] file, Instant now) {
        return pdf.check(file, now);
    }
}
