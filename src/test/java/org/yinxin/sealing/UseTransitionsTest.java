package org.yinxin.sealing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.yinxin.sealing.UseTransitions.Edge;

class UseTransitionsTest {

    private static final Set<UseStatus> ENDS = EnumSet.of(UseStatus.RELEASED, UseStatus.REFUSED, UseStatus.VOID);

    @ParameterizedTest
    @EnumSource
    void everyStatusButTheFirstIsReachedAndEveryStatusButTheEndsIsLeft(UseStatus status) {
        assertThat(UseTransitions.TABLE.stream().anyMatch(edge -> edge.to() == status))
                .isEqualTo(status != UseStatus.REQUESTED);
        assertThat(UseTransitions.TABLE.stream().noneMatch(edge -> edge.from() == status))
                .isEqualTo(ENDS.contains(status));
    }

    @ParameterizedTest
    @EnumSource
    void everyEventIsInTheTable(UseEvent event) {
        assertThat(UseTransitions.TABLE).anyMatch(edge -> edge.event() == event);
    }

    @Test
    void anEventLeadsFromAStatusToOneOther() {
        Set<String> seen = new HashSet<>();
        for (Edge edge : UseTransitions.TABLE) {
            assertThat(seen.add(edge.from() + " " + edge.event()))
                    .as("%s", edge)
                    .isTrue();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "REQUESTED, RELEASE",
        "REQUESTED, SEAL",
        "AUTHORISED, AUTHORISE",
        "AUTHORISED, EXPIRE",
        "AUTHORISED, RECORD",
        "SEALED, RELEASE",
        "SEALED, ABANDON",
        "RECORDED, REFUSE",
        "REFUSED, RECORD",
        "VOID, SEAL"
    })
    void nothingIsSealedUnsignedNorLeavesBeforeItIsRecordedNorIsTakenBack(UseStatus from, UseEvent event) {
        assertThatThrownBy(() -> UseTransitions.follow(from, event))
                .isInstanceOfSatisfying(IllegalUseTransitionException.class, refusal -> {
                    assertThat(refusal.status()).isEqualTo(from);
                    assertThat(refusal.event()).isEqualTo(event);
                });
    }

    @ParameterizedTest
    @EnumSource
    void onlyRecordedUsesAreHandedOut(UseStatus status) {
        assertThat(status.isDownloadable()).isEqualTo(status == UseStatus.RECORDED || status == UseStatus.RELEASED);
    }
}
