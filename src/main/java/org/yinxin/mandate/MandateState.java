package org.yinxin.mandate;

import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.util.Optional;
import org.yinxin.shared.Digest;

/** Where a mandate stands, as it was written down last; the clock may have overtaken it. */
@Embeddable
record MandateState(
        @Enumerated(EnumType.STRING) MandateStatus status,
        @Embedded Invitation invitation,
        @Embedded MandateCourse course) {

    static MandateState offered(Invitation invitation, Instant now) {
        return new MandateState(MandateStatus.OFFERED, invitation, MandateCourse.begun(now));
    }

    /** Three bureaus approved it; it waits for the chain only. */
    static MandateState rooted(Instant now) {
        return new MandateState(MandateStatus.GIVEN, Invitation.until(null, now), MandateCourse.begun(now));
    }

    MandateState invited(Digest code, Instant until) {
        if (status != MandateStatus.OFFERED) {
            throw new IllegalMandateStepException(status, MandateStep.OFFER);
        }
        return new MandateState(status, invitation.with(code, until), course);
    }

    /** The giver's signature is waited for. */
    MandateState toBeGiven(Instant until) {
        return new MandateState(status, invitation.waiting(until), course.toBeGiven());
    }

    MandateState with(MandateCourse next) {
        return new MandateState(status, invitation, next);
    }

    /** At the end of one edge of the table. */
    MandateState moved(MandateStatus to, Instant now) {
        // An accepted offer keeps its code, so that a second person who has it is told that somebody was first.
        Invitation kept = to == MandateStatus.ACCEPTED ? invitation : invitation.withoutCode();
        return new MandateState(to, kept, course.ended(to.isOver() ? now : null));
    }

    /** What time has done and nobody has written down yet. */
    Optional<MandateStep> due(Limits limits, Instant now) {
        MandateStatus aged = at(limits, now);
        return aged == status
                ? Optional.empty()
                : Optional.of(aged == MandateStatus.LAPSED ? MandateStep.LAPSE : MandateStep.END);
    }

    /** The status as it is, whether or not the end of a period has been written down yet. */
    MandateStatus at(Limits limits, Instant now) {
        return switch (status) {
            case OFFERED, ACCEPTED ->
                now.isAfter(invitation.waitsUntil()) || limits.isOver(now) ? MandateStatus.LAPSED : status;
            case IN_FORCE, STOPPED -> limits.isOver(now) ? MandateStatus.ENDED : status;
            default -> status;
        };
    }
}
