package org.yinxin.sealing;

import java.util.ArrayList;
import java.util.List;
import org.yinxin.sealing.ofd.OfdBox;
import org.yinxin.sealing.ofd.OfdDocument;
import org.yinxin.sealing.ofd.OfdPackage;
import org.yinxin.sealing.ofd.OfdRefusedException;
import org.yinxin.sealing.ofd.OfdSignature;
import org.yinxin.sealing.ofd.verification.OfdVerification;
import org.yinxin.sealing.ofd.verification.VerifiedSignature;
import org.yinxin.sealing.plan.PageSize;
import org.yinxin.sealing.plan.Spot;

/**
 * An OFD file's verification with the sizes of its pages.
 *
 * @param pages of all its documents, one after the other
 */
public record VerifiedOfd(OfdVerification found, List<PageSize> pages) {

    public VerifiedOfd {
        pages = List.copyOf(pages);
    }

    static VerifiedOfd of(OfdVerification found) {
        List<PageSize> pages = new ArrayList<>();
        for (OfdDocument document : found.documents()) {
            document.pages().forEach(page -> {
                OfdBox area = area(found.contents(), document, page);
                pages.add(new PageSize(area.width(), area.height()));
            });
        }
        return new VerifiedOfd(found, pages);
    }

    private static OfdBox area(OfdPackage contents, OfdDocument document, org.yinxin.sealing.ofd.OfdPage page) {
        try {
            return document.area(contents, page);
        } catch (OfdRefusedException e) {
            return document.area();
        }
    }

    /** Where a signature's imprints show; a slice of a seam seal shows where its clip stands. */
    public List<Spot> spots(VerifiedSignature signature) {
        OfdSignature description = signature.description();
        List<Spot> spots = new ArrayList<>();
        for (OfdSignature.StampAnnotation stamp :
                description == null ? List.<OfdSignature.StampAnnotation>of() : description.stamps()) {
            found.documents().getFirst().page(stamp.page()).ifPresent(page -> {
                OfdBox whole = stamp.boundary();
                OfdBox clip = stamp.clip();
                spots.add(
                        clip == null
                                ? new Spot(page.number(), whole.x(), whole.y(), whole.width(), whole.height())
                                : new Spot(
                                        page.number(),
                                        whole.x() + clip.x(),
                                        whole.y() + clip.y(),
                                        clip.width(),
                                        clip.height()));
            });
        }
        return spots;
    }
}
