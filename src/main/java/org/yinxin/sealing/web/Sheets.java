package org.yinxin.sealing.web;

import java.util.List;
import java.util.stream.Stream;
import org.yinxin.seal.SealView;
import org.yinxin.sealing.DraftView;
import org.yinxin.sealing.plan.Placement;
import org.yinxin.sealing.plan.SeamSeal;
import org.yinxin.sealing.plan.SeamSlice;
import org.yinxin.sealing.plan.StampPlan;

/** The pages that a plan puts something on. */
final class Sheets {

    /** The words say the rest. */
    private static final int MOST = 3;

    private Sheets() {}

    static List<Sheet> stamped(DraftView draft, SealView seal, StampPlan plan) {
        SeamSeal seam = plan.seam();
        Stream<Integer> strips =
                seam == null ? Stream.of() : seam.slices().stream().limit(1).map(SeamSlice::page);
        return Stream.concat(plan.placements().stream().map(Placement::page), strips)
                .distinct()
                .sorted()
                .limit(MOST)
                .map(page -> Sheet.of(draft, seal, page, List.copyOf(plan.placements()), seam, List.of()))
                .toList();
    }
}
