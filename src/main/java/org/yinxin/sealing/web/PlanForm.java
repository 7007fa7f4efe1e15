package org.yinxin.sealing.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.yinxin.seal.SealView;
import org.yinxin.sealing.DraftView;
import org.yinxin.sealing.plan.Placement;
import org.yinxin.sealing.plan.StampPlan;

/**
 * Everywhere that the seal shall stand, as typed.
 *
 * @param shown the page that is on the screen
 * @param field the name of the signature field that the first seal fills; empty for none
 * @param word a word to put the seal on
 * @param which {@code every} occurrence of the word, or the {@code nth}
 */
public record PlanForm(
        @Nullable String shown,
        List<PlacementForm> at,
        SeamForm seam,
        @Nullable String field,
        @Nullable String word,
        @Nullable String which,
        @Nullable String nth) {

    public PlanForm(
            @Nullable String shown,
            @Nullable List<PlacementForm> at,
            @Nullable SeamForm seam,
            @Nullable String field,
            @Nullable String word,
            @Nullable String which,
            @Nullable String nth) {
        this.shown = shown;
        this.at = at == null ? List.of() : at.stream().filter(Objects::nonNull).toList();
        this.seam = seam == null ? new SeamForm(null, null, null, null, null, null) : seam;
        this.field = field;
        this.word = word;
        this.which = which;
        this.nth = nth;
    }

    static PlanForm of(DraftView draft, SealView seal, StampPlan plan, int shown) {
        return new PlanForm(
                String.valueOf(shown),
                plan.placements().stream().map(PlacementForm::of).toList(),
                SeamForm.of(draft, seal, plan.seam()),
                draft.field(),
                null,
                "nth",
                "1");
    }

    /** The page that is on the screen, or the last. */
    int shownPage(DraftView draft) {
        int pages = draft.pages().size();
        return Typed.number(shown, pages).orElse(pages);
    }

    PlanForm showing(int page) {
        return new PlanForm(String.valueOf(page), at, seam, field, word, which, nth);
    }

    PlanForm with(List<Placement> more) {
        List<PlacementForm> all = new ArrayList<>(at);
        more.stream().map(PlacementForm::of).filter(one -> !all.contains(one)).forEach(all::add);
        return new PlanForm(shown, all, seam, field, word, which, nth);
    }

    PlanForm without(int index) {
        List<PlacementForm> rest = new ArrayList<>(at);
        if (index >= 0 && index < rest.size()) {
            rest.remove(index);
        }
        return new PlanForm(shown, rest, seam, field, word, which, nth);
    }

    /** The first seal stands here; the others stay. */
    PlanForm withFirst(Placement place) {
        List<PlacementForm> all = new ArrayList<>(at);
        if (!all.isEmpty()) {
            all.removeFirst();
        }
        all.addFirst(PlacementForm.of(place));
        return new PlanForm(shown, all, seam, field, word, which, nth);
    }

    PlanForm withoutPlaces() {
        return new PlanForm(shown, List.of(), seam, field, word, which, nth);
    }
}
