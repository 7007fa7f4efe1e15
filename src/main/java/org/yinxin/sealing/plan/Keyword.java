package org.yinxin.sealing.plan;

import java.util.List;
import java.util.OptionalInt;

/**
 * Positioning by a word: the imprint's centre comes to stand on the centre of the word, moved inwards where the page
 * ends.
 *
 * @param nth which occurrence, counted from 1; every one when empty
 */
public record Keyword(String word, OptionalInt nth) {

    /** Where imprints of this size come to stand; empty when the word does not occur, or not so often. */
    public List<Placement> placements(List<TextHit> hits, List<PageSize> pages, double widthMm, double heightMm) {
        return hits.stream()
                .skip(nth.orElse(1) - 1L)
                .limit(nth.isPresent() ? 1 : StampPlan.MOST_PLACEMENTS)
                .map(hit -> centred(hit, pages.get(hit.page() - 1), widthMm, heightMm))
                .distinct()
                .toList();
    }

    private static Placement centred(TextHit hit, PageSize page, double widthMm, double heightMm) {
        return new Placement(
                hit.page(),
                within(hit.leftMm() + hit.widthMm() / 2 - widthMm / 2, page.widthMm() - widthMm),
                within(hit.topMm() + hit.heightMm() / 2 - heightMm / 2, page.heightMm() - heightMm));
    }

    private static int within(double millimetres, double most) {
        return (int) Math.floor(Math.clamp(millimetres, 0, Math.max(0, most)) * 10);
    }
}
