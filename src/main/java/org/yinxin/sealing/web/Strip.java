package org.yinxin.sealing.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yinxin.seal.SealView;
import org.yinxin.sealing.DraftView;
import org.yinxin.sealing.plan.PageSize;
import org.yinxin.sealing.plan.SeamSeal;
import org.yinxin.sealing.plan.SeamSeal.Edge;
import org.yinxin.sealing.plan.SeamSlice;

/**
 * What a page carries of the seam seal, in millimetres: a window on the imprint.
 *
 * @param left of the window, from the left of the page
 * @param from where in the imprint the window begins
 * @param right whether it stands on the right edge
 */
public record Strip(int page, double left, double top, double width, double height, double from, boolean right) {

    /** As many as a person looks at. */
    private static final int MOST_SHOWN = 12;

    static @Nullable Strip on(int page, @Nullable SeamSeal seam, SealView seal, PageSize size) {
        return seam == null
                ? null
                : seam.slices().stream()
                        .filter(slice -> slice.page() == page)
                        .findFirst()
                        .map(slice -> of(slice, seam, seal, size))
                        .orElse(null);
    }

    /** The first strips of the seam seal in the order of the pages. */
    static List<Strip> preview(DraftView draft, SealView seal, @Nullable SeamSeal seam) {
        return seam == null
                ? List.of()
                : seam.slices().stream()
                        .limit(MOST_SHOWN)
                        .map(slice -> of(slice, seam, seal, draft.pages().get(slice.page() - 1)))
                        .toList();
    }

    private static Strip of(SeamSlice slice, SeamSeal seam, SealView seal, PageSize size) {
        double width = (slice.to() - slice.from()) * seal.widthMm();
        boolean right = slice.edge() == Edge.RIGHT;
        return new Strip(
                slice.page(),
                Sheet.round(right ? size.widthMm() - width : 0),
                seam.topMm(),
                Sheet.round(width),
                seal.heightMm(),
                Sheet.round(slice.from() * seal.widthMm()),
                right);
    }
}
