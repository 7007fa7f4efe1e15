package org.yinxin.sealing.ofd.stamp;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.yinxin.sealing.ofd.OfdBox;
import org.yinxin.sealing.ofd.OfdDocument;
import org.yinxin.sealing.ofd.OfdPackage;
import org.yinxin.sealing.ofd.OfdPage;
import org.yinxin.sealing.plan.PageSize;
import org.yinxin.sealing.plan.Placement;
import org.yinxin.sealing.plan.SeamSeal;
import org.yinxin.sealing.plan.SeamSlice;
import org.yinxin.sealing.plan.StampImage;
import org.yinxin.sealing.plan.StampPlan;

/**
 * Turns a plan into imprints (StampAnnot, GB/T 33190-2016, 18.2.3): one for each placement, and for a seam seal one on
 * each page, of the whole size, of which the clip lets a strip be seen.
 */
final class Imprints {

    private final OfdPackage contents;
    private final OfdDocument document;
    private final StampImage image;
    private final Map<Integer, OfdBox> papers = new HashMap<>();

    Imprints(OfdPackage contents, OfdDocument document, StampImage image) {
        this.contents = contents;
        this.document = document;
        this.image = image;
    }

    /**
     * An imprint on a page.
     *
     * @param page the page's id
     * @param left in the page's own coordinates
     * @param from where the part of it that shows begins, from its left side
     * @param to where that ends
     */
    record Imprint(String page, double left, double top, double from, double to) {}

    /** @throws IllegalArgumentException when an imprint would stand on no page or over its edge */
    List<Imprint> of(StampPlan plan) {
        if (!plan.fits(sizes(), image.widthMm(), image.heightMm())) {
            throw new IllegalArgumentException("The plan does not fit the document: " + plan.text());
        }
        List<Imprint> imprints = new ArrayList<>();
        for (Placement placement : plan.placements()) {
            imprints.add(imprint(placement.page(), placement.leftMm(), placement.topMm(), 0, image.widthMm()));
        }
        SeamSeal seam = plan.seam();
        if (seam != null) {
            for (SeamSlice slice : seam.slices()) {
                double left = slice.imprintLeftMm(image.widthMm(), sizes().get(slice.page() - 1));
                double from = slice.from() * image.widthMm();
                imprints.add(imprint(slice.page(), left, seam.topMm(), from, slice.to() * image.widthMm()));
            }
        }
        return imprints;
    }

    private Imprint imprint(int page, double left, double top, double from, double to) {
        OfdBox paper = paper(page);
        return new Imprint(document.pages().get(page - 1).id(), left + paper.x(), top + paper.y(), from, to);
    }

    private OfdBox paper(int page) {
        OfdPage described = document.pages().get(page - 1);
        return papers.computeIfAbsent(page, any -> document.area(contents, described));
    }

    /** Looks into those pages only that somebody asks for. */
    private List<PageSize> sizes() {
        return new AbstractList<>() {
            @Override
            public PageSize get(int index) {
                OfdBox paper = paper(index + 1);
                return new PageSize(paper.width(), paper.height());
            }

            @Override
            public int size() {
                return document.pages().size();
            }
        };
    }
}
