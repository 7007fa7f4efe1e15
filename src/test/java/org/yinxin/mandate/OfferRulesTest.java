package org.yinxin.mandate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yinxin.mandate.Samples.NOW;
import static org.yinxin.mandate.Samples.counted;
import static org.yinxin.mandate.Samples.days;
import static org.yinxin.mandate.Samples.delegable;
import static org.yinxin.mandate.Samples.given;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OfferRulesTest {

    private static final Instant SEAL_ENDS = NOW.plus(Duration.ofDays(365));

    private final Mandate root = Samples.root();

    @Test
    void aMandateWithinTheGiversIsGiven() {
        assertThat(problems(root, MandateRole.HANDLER, days(0, 90))).isEmpty();
        assertThat(problems(root, MandateRole.KEEPER, delegable(days(0, 90)))).isEmpty();
        assertThat(problems(root, MandateRole.MACHINE, counted(days(0, 90), 500)))
                .isEmpty();
    }

    @Test
    void nobodyGivesForLongerThanTheyHaveOrTheSealLasts() {
        Mandate keeper = given(root, MandateRole.KEEPER, delegable(days(0, 90)), Set.of());
        assertThat(problems(keeper, MandateRole.HANDLER, days(0, 91))).containsExactly(OfferProblem.AFTER_OWN);
        assertThat(problems(keeper, MandateRole.HANDLER, days(-1, 90))).containsExactly(OfferProblem.BEFORE_OWN);
        assertThat(problems(root, MandateRole.HANDLER, days(0, 366))).containsExactly(OfferProblem.AFTER_SEAL);
    }

    @Test
    void aPeriodEndsAfterItBeginsAndAfterNow() {
        assertThat(problems(root, MandateRole.HANDLER, days(5, 5))).containsExactly(OfferProblem.PERIOD_EMPTY);
        assertThat(problems(root, MandateRole.HANDLER, days(-9, -1))).containsExactly(OfferProblem.PERIOD_OVER);
    }

    @Test
    void whoeverMayNotHandOnOrIsNotInForceGivesNothing() {
        Mandate handler = given(root, MandateRole.HANDLER, days(0, 90), Set.of());
        assertThat(problems(handler, MandateRole.HANDLER, days(0, 9))).contains(OfferProblem.MAY_NOT_GIVE);
        assertThat(OfferRules.problems(offer(root, MandateRole.HANDLER, days(0, 9)), root, false, SEAL_ENDS, NOW))
                .containsExactly(OfferProblem.MAY_NOT_GIVE);
    }

    @Test
    void aMandateThatCountsIsNotHandedOnAndHandlersHandNothingOn() {
        assertThat(problems(root, MandateRole.KEEPER, delegable(counted(days(0, 9), 3))))
                .containsExactly(OfferProblem.COUNTED_AND_DELEGABLE);
        assertThat(problems(root, MandateRole.HANDLER, delegable(days(0, 9))))
                .containsExactly(OfferProblem.ROLE_NOT_DELEGABLE);
        assertThat(problems(root, MandateRole.HANDLER, counted(days(0, 9), -1)))
                .containsExactly(OfferProblem.COUNT_OUT_OF_RANGE);
    }

    @Test
    void atMostFourStandAboveEachOther() {
        Mandate second = given(root, MandateRole.KEEPER, delegable(days(0, 90)), Set.of());
        Mandate third = given(second, MandateRole.KEEPER, delegable(days(0, 90)), Set.of());
        Mandate fourth = given(third, MandateRole.KEEPER, delegable(days(0, 90)), Set.of());
        assertThat(problems(third, MandateRole.HANDLER, days(0, 90))).isEmpty();
        assertThat(problems(third, MandateRole.KEEPER, delegable(days(0, 90))))
                .containsExactly(OfferProblem.TOO_DEEP_TO_DELEGATE);
        assertThat(problems(fourth, MandateRole.HANDLER, days(0, 90))).containsExactly(OfferProblem.TOO_DEEP);
    }

    @Test
    void underAMandateForCertainKindsStandOnlyMandatesForTheSame() {
        Set<DocumentClass> contracts = Set.of(DocumentClass.CONTRACT);
        Mandate keeper = given(root, MandateRole.KEEPER, delegable(days(0, 90)), contracts);
        assertThat(OfferRules.problems(
                        Samples.offer(keeper, MandateRole.HANDLER, days(0, 9), Set.of(DocumentClass.INVOICE)),
                        keeper,
                        true,
                        SEAL_ENDS,
                        NOW))
                .containsExactly(OfferProblem.OTHER_KINDS);
        assertThat(OfferRules.problems(
                        Samples.offer(keeper, MandateRole.HANDLER, days(0, 9), contracts),
                        keeper,
                        true,
                        SEAL_ENDS,
                        NOW))
                .isEmpty();
        assertThat(problems(keeper, MandateRole.HANDLER, days(0, 9)))
                .as("none chosen: the same")
                .isEmpty();
    }

    private static Set<OfferProblem> problems(Mandate above, MandateRole role, Limits limits) {
        return OfferRules.problems(offer(above, role, limits), above, true, SEAL_ENDS, NOW);
    }

    private static Offer offer(Mandate above, MandateRole role, Limits limits) {
        return Samples.offer(above, role, limits, Set.of());
    }
}
