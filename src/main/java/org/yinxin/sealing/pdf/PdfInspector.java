package org.yinxin.sealing.pdf;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
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
            List<PageSize> pages = pages(document);
            SignatureFields fields = SignatureFields.of(document);
            if (Permissions.of(document, fields).forbid(PdfStamping.FIELD)) {
                return new PdfInspection.Refused(PdfRefusal.LOCKED_BY_SIGNER);
            }
            return new PdfInspection.Accepted(new PdfSummary(pages, fields.signatures()));
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
}
