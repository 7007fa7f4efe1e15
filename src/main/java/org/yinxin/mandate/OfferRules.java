package org.yinxin.mandate;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;

/** What a giver may give, as pure functions: never more than they have, and never for longer than the seal lasts. */
final class OfferRules {

    static final int MOST_USES = 1_000_000;

    private OfferRules() {}

    /**
     * @param above the giver's own mandate
     * @param inForce whether it and all above it are in force
     * @param sealEnds when the seal's period ends
     */
    static Set<OfferProblem> problems(Offer offer, Mandate above, boolean inForce, Instant sealEnds, Instant now) {
        Set<OfferProblem> problems = EnumSet.noneOf(OfferProblem.class);
        note(problems, !inForce || !above.limits().delegable(), OfferProblem.MAY_NOT_GIVE);
        note(problems, above.place().depth() >= MandateTree.DEEPEST, OfferProblem.TOO_DEEP);
        period(problems, offer.limits(), above.limits(), sealEnds, now);
        handingOn(problems, offer, above);
        boolean others = !above.kinds().any()
                && !offer.kinds().isEmpty()
                && !offer.kinds().equals(above.kinds().classes());
        note(problems, others, OfferProblem.OTHER_KINDS);
        return problems;
    }

    private static void period(Set<OfferProblem> problems, Limits wanted, Limits own, Instant sealEnds, Instant now) {
        boolean empty = !wanted.validTo().isAfter(wanted.validFrom());
        note(problems, empty, OfferProblem.PERIOD_EMPTY);
        note(problems, !empty && wanted.isOver(now), OfferProblem.PERIOD_OVER);
        note(problems, wanted.validFrom().isBefore(own.validFrom()), OfferProblem.BEFORE_OWN);
        boolean afterOwn = wanted.validTo().isAfter(own.validTo());
        note(problems, afterOwn, OfferProblem.AFTER_OWN);
        note(problems, !afterOwn && wanted.validTo().isAfter(sealEnds), OfferProblem.AFTER_SEAL);
    }

    private static void handingOn(Set<OfferProblem> problems, Offer offer, Mandate above) {
        Limits wanted = offer.limits();
        note(problems, wanted.uses() < 0 || wanted.uses() > MOST_USES, OfferProblem.COUNT_OUT_OF_RANGE);
        if (wanted.delegable()) {
            boolean role = !offer.role().mayDelegate();
            note(problems, role, OfferProblem.ROLE_NOT_DELEGABLE);
            note(problems, !role && wanted.counted(), OfferProblem.COUNTED_AND_DELEGABLE);
            note(problems, above.place().depth() + 1 >= MandateTree.DEEPEST, OfferProblem.TOO_DEEP_TO_DELEGATE);
        }
    }

    private static void note(Set<OfferProblem> problems, boolean met, OfferProblem problem) {
        if (met) {
            problems.add(problem);
        }
    }
}
