package org.yinxin.sealing.web;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.yinxin.sealing.plan.SeamSeal;
import org.yinxin.sealing.plan.StampPlan;

/** What pages say of a plan. */
final class PlanWords {

    private PlanWords() {}

    /** One imprint: its page and its distances in millimetres. */
    public record Place(int page, String left, String top) {}

    /** A seam seal: its pages, the keys of the words for its edge and for which pages carry it, its distance from the top. */
    public record Seam(int from, int to, String edge, String parity, String top) {}

    static List<Place> places(StampPlan plan) {
        return plan.placements().stream()
                .map(at -> new Place(at.page(), Typed.millimetres(at.left()), Typed.millimetres(at.top())))
                .toList();
    }

    static @Nullable Seam seam(StampPlan plan) {
        SeamSeal seam = plan.seam();
        return seam == null
                ? null
                : new Seam(
                        seam.pages().from(),
                        seam.pages().to(),
                        "stamping.seam.edge." + seam.edge().name().toLowerCase(Locale.ROOT),
                        "stamping.seam.parity." + seam.parity().name().toLowerCase(Locale.ROOT),
                        Typed.millimetres(seam.top()));
    }
}
