package org.yinxin.sealing;

import java.util.List;
import org.yinxin.sealing.ofd.OfdBox;
import org.yinxin.sealing.ofd.OfdDocument;
import org.yinxin.sealing.ofd.OfdLimits;
import org.yinxin.sealing.ofd.OfdPackage;
import org.yinxin.sealing.ofd.OfdRefusal;
import org.yinxin.sealing.ofd.OfdRefusedException;
import org.yinxin.sealing.ofd.OfdSignatures;
import org.yinxin.sealing.plan.PageSize;

/** Looks at an OFD before it is stamped, in the terms of all kinds of documents. */
final class OfdInspector {

    private OfdInspector() {}

    static DocumentInspection inspect(byte[] file) {
        try {
            OfdPackage contents = OfdPackage.read(file, OfdLimits.standard());
            List<OfdDocument> documents = OfdDocument.readAll(contents);
            if (documents.size() != 1) {
                return new DocumentInspection.Refused(DocumentRefusal.SEVERAL_DOCUMENTS);
            }
            OfdDocument document = documents.getFirst();
            List<PageSize> pages = document.pages().stream()
                    .map(page -> document.area(contents, page))
                    .map(OfdInspector::size)
                    .toList();
            if (pages.stream().anyMatch(size -> size.widthMm() < 1 || size.heightMm() < 1)) {
                return new DocumentInspection.Refused(DocumentRefusal.BROKEN);
            }
            return new DocumentInspection.Accepted(DocumentKind.OFD, pages, signatures(contents, document), List.of());
        } catch (OfdRefusedException e) {
            return new DocumentInspection.Refused(told(e.reason()));
        }
    }

    private static PageSize size(OfdBox area) {
        return new PageSize(area.width(), area.height());
    }

    private static int signatures(OfdPackage contents, OfdDocument document) {
        OfdSignatures signatures = OfdSignatures.read(contents, document);
        return signatures == null ? 0 : signatures.listed().size();
    }

    static DocumentRefusal told(OfdRefusal reason) {
        return switch (reason) {
            case EMPTY -> DocumentRefusal.EMPTY;
            case TOO_LARGE -> DocumentRefusal.TOO_LARGE;
            case NOT_ZIP, NOT_OFD -> DocumentRefusal.NOT_A_DOCUMENT;
            case ENCRYPTED -> DocumentRefusal.ENCRYPTED;
            case NO_PAGES -> DocumentRefusal.NO_PAGES;
            case TOO_MANY_PAGES -> DocumentRefusal.TOO_MANY_PAGES;
            case LOCKED_BY_SIGNER -> DocumentRefusal.LOCKED_BY_SIGNER;
            case SEVERAL_DOCUMENTS -> DocumentRefusal.SEVERAL_DOCUMENTS;
            case ZIP64,
                    TOO_MANY_ENTRIES,
                    TOO_DEEP,
                    UNPACKS_TOO_LARGE,
                    XML_TOO_LARGE,
                    XML_TOO_DEEP,
                    XML_TOO_COMPLEX,
                    TOO_MANY_SIGNATURES -> DocumentRefusal.TOO_COMPLEX;
            case ZIP_BROKEN, CONTENT_BROKEN, METHOD_NOT_SUPPORTED, XML_BROKEN, DOCUMENT_BROKEN, PART_MISSING ->
                DocumentRefusal.BROKEN;
            case HEADERS_DISAGREE,
                    ENTRIES_OVERLAP,
                    BYTES_OUTSIDE_ENTRIES,
                    DUPLICATE_NAME,
                    NAMES_COLLIDE,
                    UNSAFE_NAME,
                    NOT_A_PLAIN_FILE,
                    XML_DOCTYPE,
                    AMBIGUOUS -> DocumentRefusal.UNSAFE;
        };
    }
}
