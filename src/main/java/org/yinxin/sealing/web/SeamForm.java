package org.yinxin.sealing.web;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.yinxin.seal.SealView;
import org.yinxin.sealing.DraftView;
import org.yinxin.sealing.plan.SeamSeal;

/** Whether and how a seam seal shall be put, as typed; nothing is asked of the rest while {@code wanted} is not ticked. */
public record SeamForm(
        @Nullable String wanted,
        @Nullable String from,
        @Nullable String to,
        @Nullable String edge,
        @Nullable String parity,
        @Nullable String top) {

    static SeamForm of(DraftView draft, SealView seal, @Nullable SeamSeal seam) {
        if (seam != null) {
            return new SeamForm(
                    "true",
                    String.valueOf(seam.pages().from()),
                    String.valueOf(seam.pages().to()),
                    word(seam.edge()),
                    word(seam.parity()),
                    Typed.millimetres(seam.top()));
        }
        double room = draft.pages().getFirst().heightMm() - seal.heightMm();
        return new SeamForm(
                null,
                "1",
                String.valueOf(draft.pages().size()),
                word(SeamSeal.Edge.RIGHT),
                word(SeamSeal.Parity.ALL),
                Typed.millimetres((int) Math.round(Math.max(0, room / 2)) * 10));
    }

    public boolean isWanted() {
        return wanted != null;
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
