package org.yinxin.sealing.web;

import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.TreeSet;
import org.yinxin.seal.SealView;
import org.yinxin.sealing.DraftView;
import org.yinxin.sealing.pdf.StampLayout;
import org.yinxin.sealing.plan.PageSize;
import org.yinxin.sealing.plan.Placement;

/**
 * A page with the imprint on it, in millimetres, as the placing page draws it.
 *
 * @param thumbnails the pages to choose from: the first, the last, and those around the present one
 */
public record Sheet(
        int page, int pages, double width, double height, Box imprint, Box qr, Box code, List<Integer> thumbnails) {

    private static final int AROUND = 4;

    /** A rectangle in millimetres from the page's upper left corner. */
    public record Box(double left, double top, double width, double height) {

        static Box of(Rectangle2D box) {
            return new Box(round(box.getX()), round(box.getY()), round(box.getWidth()), round(box.getHeight()));
        }
    }

    static Sheet of(DraftView draft, SealView seal, Placement placement) {
        PageSize size = draft.pages().get(placement.page() - 1);
        StampLayout layout = StampLayout.of(placement, seal.widthMm(), seal.heightMm(), size);
        return new Sheet(
                placement.page(),
                draft.pages().size(),
                size.widthMm(),
                size.heightMm(),
                Box.of(layout.imprint()),
                Box.of(layout.qr()),
                Box.of(layout.code()),
                thumbnails(placement.page(), draft.pages().size()));
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

    private static double round(double millimetres) {
        return Math.round(millimetres * 100) / 100.0;
    }
}
