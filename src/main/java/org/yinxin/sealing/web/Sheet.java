package org.yinxin.sealing.web;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.yinxin.seal.SealView;
import org.yinxin.sealing.DocumentKind;
import org.yinxin.sealing.DraftView;
import org.yinxin.sealing.pdf.StampLayout;
import org.yinxin.sealing.plan.PageSize;
import org.yinxin.sealing.plan.Placement;
import org.yinxin.sealing.plan.SeamSeal;
import org.yinxin.sealing.plan.TextHit;

/**
 * A page with the imprints on it, in millimetres, as the placing page draws it.
 *
 * @param strip what the page carries of the seam seal, if anything
 * @param hits where the searched word stands on it
 * @param thumbnails the pages to choose from: the first, the last, and those around the present one
 */
public record Sheet(
        int page,
        int pages,
        double width,
        double height,
        List<Stamp> stamps,
        @Nullable Strip strip,
        List<Box> hits,
        List<Integer> thumbnails) {

    private static final int AROUND = 4;

    /** A rectangle in millimetres from the page's upper left corner. */
    public record Box(double left, double top, double width, double height) {

        static Box of(Rectangle2D box) {
            return new Box(round(box.getX()), round(box.getY()), round(box.getWidth()), round(box.getHeight()));
        }
    }

    /**
     * One imprint with what stands beside it.
     *
     * @param index which of the places it is, from 0
     * @param qr absent in an OFD, where the imprint stands alone
     */
    public record Stamp(
            int index,
            Box imprint,
            @Nullable Box qr,
            @Nullable Box code) {}

    static Sheet of(
            DraftView draft,
            SealView seal,
            int page,
            List<@Nullable Placement> places,
            @Nullable SeamSeal seam,
            List<TextHit> hits) {
        PageSize size = draft.pages().get(page - 1);
        List<Stamp> stamps = new ArrayList<>();
        for (int i = 0; i < places.size(); i++) {
            Placement place = places.get(i);
            if (place != null && place.page() == page) {
                stamps.add(stamp(i, place, draft.kind(), seal, size));
            }
        }
        return new Sheet(
                page,
                draft.pages().size(),
                round(size.widthMm()),
                round(size.heightMm()),
                stamps,
                Strip.on(page, seam, seal, size),
                hits.stream()
                        .filter(hit -> hit.page() == page)
                        .map(hit -> new Box(
                                round(hit.leftMm()), round(hit.topMm()), round(hit.widthMm()), round(hit.heightMm())))
                        .toList(),
                thumbnails(page, draft.pages().size()));
    }

    private static Stamp stamp(int index, Placement place, DocumentKind kind, SealView seal, PageSize size) {
        StampLayout layout = StampLayout.of(place, seal.widthMm(), seal.heightMm(), size);
        boolean beside = kind == DocumentKind.PDF;
        return new Stamp(
                index,
                Box.of(layout.imprint()),
                beside ? Box.of(layout.qr()) : null,
                beside ? Box.of(layout.code()) : null);
    }

    /** Where a seal usually stands: at the lower right of the last page. */
    static Placement usual(DraftView draft, SealView seal, int page) {
        PageSize size = draft.pages().get(page - 1);
        double left = Math.max(0, Math.min(size.widthMm() * 0.6, size.widthMm() - seal.widthMm() - 12));
        double top = Math.max(0, Math.min(size.heightMm() * 0.72, size.heightMm() - seal.heightMm() - 12));
        return new Placement(page, (int) Math.round(left) * 10, (int) Math.round(top) * 10);
    }

    private static List<Integer> thumbnails(int page, int pages) {
        TreeSet<Integer> shown = new TreeSet<>(List.of(1, pages));
        for (int i = Math.max(1, page - AROUND); i <= Math.min(pages, page + AROUND); i++) {
            shown.add(i);
        }
        return List.copyOf(shown);
    }

    static double round(double millimetres) {
        return Math.round(millimetres * 100) / 100.0;
    }
}
