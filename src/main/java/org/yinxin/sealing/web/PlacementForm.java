package org.yinxin.sealing.web;

import org.jspecify.annotations.Nullable;
import org.yinxin.sealing.plan.Placement;

/** Where one imprint shall stand, as typed: a page and two distances in millimetres. */
public record PlacementForm(
        @Nullable String page,
        @Nullable String left,
        @Nullable String top) {

    static PlacementForm of(Placement placement) {
        return new PlacementForm(
                String.valueOf(placement.page()),
                Typed.millimetres(placement.left()),
                Typed.millimetres(placement.top()));
    }
}
