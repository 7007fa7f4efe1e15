package org.yinxin.mandate.web;

import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yinxin.mandate.DocumentClass;

/** What a giver fills in, as it was typed. */
public record OfferForm(
        @Nullable UUID above,
        @Nullable String name,
        @Nullable String phone,
        @Nullable String key,
        @Nullable String validFrom,
        @Nullable String validTo,
        @Nullable String uses,
        @Nullable Set<DocumentClass> kinds,
        @Nullable Boolean delegable) {

    /** Whether the mandate allows this kind of document. */
    public boolean has(DocumentClass kind) {
        return kinds != null && kinds.contains(kind);
    }

    boolean handsOn() {
        return Boolean.TRUE.equals(delegable);
    }

    Set<DocumentClass> kindsOrNone() {
        return kinds == null || kinds.isEmpty() ? EnumSet.noneOf(DocumentClass.class) : EnumSet.copyOf(kinds);
    }

    static String typed(@Nullable String value) {
        return Objects.requireNonNullElse(value, "").strip();
    }
}
