package org.yinxin.sealing.pdf;

import java.awt.geom.Rectangle2D;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.yinxin.sealing.plan.Placement;
import org.yinxin.sealing.plan.StampImage;
import org.yinxin.sealing.plan.StampOrder;

/** One place of a stamping on the page on which it stands. */
record Spot(PDPage page, PageFrame frame, StampLayout layout) {

    /** @throws PdfRefusedException when an imprint would stand outside its page */
    static List<Spot> of(PDDocument document, StampOrder order) {
        int pages = document.getNumberOfPages();
        return order.note().plan().placements().stream()
                .map(placement -> {
                    if (placement.page() > pages) {
                        throw new PdfRefusedException(PdfRefusal.OUTSIDE_PAGE);
                    }
                    return of(document.getPage(placement.page() - 1), placement, order.image());
                })
                .toList();
    }

    private static Spot of(PDPage page, Placement placement, StampImage image) {
        PageFrame frame = new PageFrame(page);
        if (!placement.fits(frame.size(), image.widthMm(), image.heightMm())) {
            throw new PdfRefusedException(PdfRefusal.OUTSIDE_PAGE);
        }
        return new Spot(page, frame, StampLayout.of(placement, image.widthMm(), image.heightMm(), frame.size()));
    }

    /** What a signature shows here, from below upwards. */
    List<Look> looks(SealingProfiles profiles, boolean gm) {
        Look imprint = new Look(layout.imprint(), true, false);
        Look code = new Look(layout.box(), false, true);
        return switch (profiles) {
            case PADES -> List.of(new Look(layout.box(), true, true));
            // Readers of GM signatures paint the seal's own picture over the rectangle: it must be the imprint's.
            case GM -> List.of(code, imprint);
            case BOTH -> List.of(gm ? imprint : code);
        };
    }

    /**
     * What one field shows.
     *
     * @param box its rectangle, in millimetres as seen
     */
    record Look(Rectangle2D box, boolean imprint, boolean code) {}
}
