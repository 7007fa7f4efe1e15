package org.yinxin.mandate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class MandateTransitionsTest {

    private static final Set<MandateStatus> ENDS = EnumSet.of(
            MandateStatus.WITHDRAWN,
            MandateStatus.ENDED,
            MandateStatus.FALLEN,
            MandateStatus.REFUSED,
            MandateStatus.DECLINED,
            MandateStatus.CANCELLED,
            MandateStatus.LAPSED);

    private static final Set<MandateStep> BEGINNINGS = EnumSet.of(MandateStep.ROOT, MandateStep.OFFER);

    @ParameterizedTest
    @EnumSource
    void everyStatusButTheFirstIsReachedAndEveryStatusButTheEndsIsLeft(MandateStatus status) {
        assertThat(MandateTransitions.TABLE.stream().anyMatch(edge -> edge.to() == status))
                .isEqualTo(status != MandateStatus.OFFERED);
        assertThat(MandateTransitions.TABLE.stream().noneMatch(edge -> edge.from() == status))
                .isEqualTo(ENDS.contains(status));
        assertThat(status.isOver()).isEqualTo(ENDS.contains(status));
    }

    @ParameterizedTest
    @EnumSource
    void everyStepButTheBeginningsIsInTheTable(MandateStep step) {
        assertThat(MandateTransitions.TABLE.stream().anyMatch(edge -> edge.event() == step))
                .isEqualTo(!BEGINNINGS.contains(step));
    }

    @ParameterizedTest
    @CsvSource({
        "OFFERED, SIGN",
        "OFFERED, RECORD",
        "ACCEPTED, ACCEPT",
        "ACCEPTED, RECORD",
        "GIVEN, WITHDRAW",
        "GIVEN, CANCEL",
        "IN_FORCE, REFUSE",
        "WITHDRAWING, WITHDRAW",
        "WITHDRAWN, RECORD",
        "WITHDRAWN, WITHDRAW",
        "FALLEN, RECORD",
        "REFUSED, SIGN",
        "CANCELLED, ACCEPT",
        "LAPSED, ACCEPT"
    })
    void nothingIsInForceUnsignedOrUnrecordedAndNothingThatEndedComesBack(MandateStatus from, MandateStep step) {
        assertThatThrownBy(() -> MandateTransitions.follow(from, step))
                .isInstanceOfSatisfying(IllegalMandateStepException.class, refusal -> {
                    assertThat(refusal.status()).isEqualTo(from);
                    assertThat(refusal.step()).isEqualTo(step);
                });
    }

    @Test
    void onlyTheLedgerBringsAMandateIntoForce() {
        assertThat(MandateTransitions.TABLE)
                .filteredOn(edge -> edge.to() == MandateStatus.IN_FORCE)
                .allMatch(edge -> edge.actor() == MandateActor.LEDGER);
    }
}
