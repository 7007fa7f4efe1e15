package org.yinxin.verification.document;

import java.time.Instant;
import org.yinxin.sealing.DocumentDesk;
import org.yinxin.sealing.DocumentKind;

/** Checks a document of either kind from the bytes of the file to the chain; knows nothing of the web. */
final class DocumentChecker {

    private final PdfChecker pdf;
    private final OfdChecker ofd;

    DocumentChecker(DocumentDesk desk, Trust trust, Books books) {
        this.pdf = new PdfChecker(desk, trust, books);
        this.ofd = new OfdChecker(desk, trust, books);
    }

    DocumentReport check(byte[] file, Instant now) {
        boolean isOfd = DocumentKind.of(file).filter(DocumentKind.OFD::equals).isPresent();
        return isOfd ? ofd.check(file, now) : pdf.check(file, now);
    }
}
