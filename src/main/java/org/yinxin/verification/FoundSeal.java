package org.yinxin.verification;

import org.jspecify.annotations.Nullable;
import org.yinxin.seal.SealView;
import org.yinxin.shared.Uscc;

/**
 * One line of a search: an enterprise with one of its seals, or an enterprise that has none.
 *
 * @param seal absent when the enterprise has no e-seal
 */
public record FoundSeal(
        Uscc uscc,
        String name,
        @Nullable String nameEn,
        @Nullable SealView seal) {}
