package org.yinxin.seal.web;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yinxin.seal.SealStep;
import org.yinxin.seal.SealTransitions;
import org.yinxin.seal.SealView;
import org.yinxin.shared.Bureau;

/** What a bureau's officer may do about a seal, by the last part of its address. */
enum Intervention {
    SUSPENSION("suspension", SealStep.SUSPEND),
    RESUMPTION("resumption", SealStep.RESUME),
    REVOCATION("revocation", SealStep.REVOKE);

    private final String slug;
    private final SealStep step;

    Intervention(String slug, SealStep step) {
        this.slug = slug;
        this.step = step;
    }

    public String slug() {
        return slug;
    }

    static Optional<Intervention> of(String slug) {
        return Arrays.stream(values()).filter(one -> one.slug.equals(slug)).findFirst();
    }

    /** Whether an officer of this bureau may do it to this seal now. */
    boolean isPossible(SealView seal, @Nullable Bureau bureau) {
        return bureau != null
                && SealTransitions.allows(seal.status(), step)
                && (this != RESUMPTION || !seal.beingRecorded() && seal.suspendedBy() == bureau);
    }

    static List<Intervention> possible(SealView seal, @Nullable Bureau bureau) {
        return Arrays.stream(values())
                .filter(one -> one.isPossible(seal, bureau))
                .toList();
    }
}
