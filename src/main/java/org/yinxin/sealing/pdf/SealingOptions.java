package org.yinxin.sealing.pdf;

import org.jspecify.annotations.Nullable;

/**
 * How a PDF is stamped.
 *
 * @param level of the PAdES signature; from T on the GM signature is stamped with the time as well
 * @param field the name of an empty signature field that the first imprint fills; a new field if null
 */
public record SealingOptions(
        SealingProfiles profiles,
        PadesLevel level,
        @Nullable String field) {

    public static SealingOptions of(SealingProfiles profiles, PadesLevel level) {
        return new SealingOptions(profiles, level, null);
    }

    public SealingOptions inField(String name) {
        return new SealingOptions(profiles, level, name);
    }
}
