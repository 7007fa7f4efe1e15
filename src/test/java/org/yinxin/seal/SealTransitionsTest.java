package org.yinxin.seal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.yinxin.seal.SealTransitions.Edge;

class SealTransitionsTest {

    @ParameterizedTest
    @EnumSource
    void everyStatusIsInTheTable(SealStatus status) {
        assertThat(SealTransitions.TABLE).anyMatch(edge -> edge.from() == status || edge.to() == status);
    }

    @ParameterizedTest
    @EnumSource
    void everyStepButTheTwoThatBeginAVersionIsInTheTable(SealStep step) {
        assertThat(SealTransitions.TABLE.stream().anyMatch(edge -> edge.event() == step))
                .isEqualTo(step != SealStep.ISSUE && step != SealStep.RENEW);
    }

    @Test
    void noStepLeadsFromOneStatusToTwo() {
        assertThat(SealTransitions.TABLE)
                .extracting(edge -> edge.from() + " " + edge.event())
                .doesNotHaveDuplicates();
    }

    @Test
    void aReplacedSealComesBackOnlyWhenTheChainRefusedTheNewerVersion() {
        assertThat(SealTransitions.TABLE)
                .filteredOn(edge -> edge.from() == SealStatus.REPLACED)
                .containsExactly(
                        new Edge(SealStatus.REPLACED, SealStep.REFUSE_RENEWAL, SealStatus.ACTIVE, SealActor.PLATFORM));
        assertThat(SealTransitions.allows(SealStatus.SUSPENDED, SealStep.REPLACE))
                .isFalse();
    }

    @Test
    void whatElseIsNotInForceStaysAsItIs() {
        Set<SealStatus> left = SealTransitions.TABLE.stream()
                .map(Edge::from)
                .filter(status -> status != SealStatus.REPLACED)
                .collect(Collectors.toSet());

        assertThat(left)
                .isEqualTo(EnumSet.allOf(SealStatus.class).stream()
                        .filter(SealStatus::inForce)
                        .collect(Collectors.toSet()));
    }

    @Test
    void onlyTheOwnerTakesASealIntoUse() {
        assertThat(SealTransitions.TABLE)
                .filteredOn(edge -> edge.actor() == SealActor.OWNER)
                .containsExactly(new Edge(SealStatus.ISSUED, SealStep.ACTIVATE, SealStatus.ACTIVE, SealActor.OWNER));
    }

    @Test
    void aSuspendedSealIsNotActivated() {
        assertThat(SealTransitions.allows(SealStatus.SUSPENDED, SealStep.ACTIVATE))
                .isFalse();
        assertThat(SealTransitions.allows(SealStatus.REVOKED, SealStep.RESUME)).isFalse();
        assertThat(SealTransitions.allows(SealStatus.ACTIVE, SealStep.ACTIVATE)).isFalse();
    }
}
