package org.yinxin.sealing.pdf;

import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.pades.SignatureFieldParameters;
import eu.europa.esig.dss.pades.exception.ProtectedDocumentException;
import eu.europa.esig.dss.pdf.PdfPermissionsChecker;
import eu.europa.esig.dss.pdf.pdfbox.PdfBoxDocumentReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.yinxin.sealing.plan.PageSize;

/** Looks at an upload before anything else is done with it and says whether it can be stamped. */
public final class PdfInspector {

    private final PdfLimits limits;

    public PdfInspector(PdfLimits limits) {
        this.limits = limits;
    }

    public PdfInspection inspect(byte[] file) {
        try (PDDocument document = PdfFile.open(file, limits)) {
            if (PdfFile.isDynamicForm(document)) {
                return new PdfInspection.Refused(PdfRefusal.DYNAMIC_FORM);
            }
            PdfSummary summary = new PdfSummary(pages(document), signatures(document));
            if (summary.signatures() > 0 && isLocked(file)) {
                return new PdfInspection.Refused(PdfRefusal.LOCKED_BY_SIGNER);
            }
            return new PdfInspection.Accepted(summary);
        } catch (PdfRefusedException e) {
            return new PdfInspection.Refused(e.reason());
        } catch (IOException | RuntimeException | StackOverflowError e) {
            return new PdfInspection.Refused(PdfRefusal.BROKEN);
        }
    }

    private List<PageSize> pages(PDDocument document) {
        // The declared count may lie; the tree is walked, at most one page beyond the limit.
        List<PageSize> pages = new ArrayList<>();
        for (PDPage page : document.getPages()) {
            if (pages.size() == limits.pages()) {
                throw new PdfRefusedException(PdfRefusal.TOO_MANY_PAGES);
            }
            pages.add(new PageFrame(page).size());
        }
        if (pages.isEmpty()) {
            throw new PdfRefusedException(PdfRefusal.NO_PAGES);
        }
        return pages;
    }

    private static int signatures(PDDocument document) {
        int count = 0;
        for (PDSignature signature : document.getSignatureDictionaries()) {
            if (signature.getCOSObject().containsKey("ByteRange")) {
                count++;
            }
        }
        return count;
    }

    /** Certified without changes (DocMDP 1) or every field locked: an added signature would break the earlier one. */
    private static boolean isLocked(byte[] file) throws IOException {
        try (PdfBoxDocumentReader reader = new PdfBoxDocumentReader(new InMemoryDocument(file))) {
            new PdfPermissionsChecker().checkSignatureRestrictionDictionaries(reader, new SignatureFieldParameters());
            return false;
        } catch (ProtectedDocumentException e) {
            return true;
        }
    }
}
