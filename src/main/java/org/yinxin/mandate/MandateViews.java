package org.yinxin.mandate;

import java.time.Instant;

/** Makes of mandates what pages show. */
final class MandateViews {

    private MandateViews() {}

    static MandateView of(Mandate mandate, Instant now) {
        MandateState state = mandate.state();
        MandateCourse course = state.course();
        Limits limits = mandate.limits();
        return new MandateView(
                mandate.id(),
                mandate.onChain(),
                mandate.seal(),
                mandate.place().aboveId(),
                mandate.place().depth(),
                mandate.role(),
                mandate.statusAt(now),
                !now.isBefore(limits.validFrom()),
                mandate.granted().name(),
                mandate.granted().givenBy(),
                mandate.holder().map(MandateViews::holder).orElse(null),
                limits,
                mandate.kinds().classes(),
                state.invitation().phone(),
                state.invitation().codeDigest() != null && state.status() == MandateStatus.OFFERED,
                state.invitation().waitsUntil(),
                course.givenEntryId(),
                course.withdrawalEntryId(),
                course.refusal(),
                course.createdAt(),
                course.recordedAt(),
                course.endedAt());
    }

    private static MandateView.Holder holder(HolderKey holder) {
        return new MandateView.Holder(holder.personId(), holder.keyId(), holder.key());
    }
}
