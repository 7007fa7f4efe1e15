package org.yinxin.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.yinxin.application.ApplicationTransitions.Edge;

class ApplicationTransitionsTest {

    private static final Set<ApplicationStatus> ENDS =
            EnumSet.of(ApplicationStatus.ISSUED, ApplicationStatus.REFUSED, ApplicationStatus.WITHDRAWN);

    @ParameterizedTest
    @EnumSource
    void everyStatusIsInTheTable(ApplicationStatus status) {
        assertThat(ApplicationTransitions.TABLE).anyMatch(edge -> edge.from() == status || edge.to() == status);
    }

    @ParameterizedTest
    @EnumSource
    void everyEventIsInTheTable(ApplicationEvent event) {
        assertThat(ApplicationTransitions.TABLE).anyMatch(edge -> edge.event() == event);
    }

    @ParameterizedTest
    @EnumSource
    void everyStatusButTheDraftIsReachedAndEveryStatusButTheEndsIsLeft(ApplicationStatus status) {
        assertThat(ApplicationTransitions.TABLE.stream().anyMatch(edge -> edge.to() == status))
                .isEqualTo(status != ApplicationStatus.DRAFT);
        assertThat(ApplicationTransitions.TABLE.stream().noneMatch(edge -> edge.from() == status))
                .isEqualTo(ENDS.contains(status));
    }

    @Test
    void anEventLeadsFromAStatusToOneOther() {
        Set<String> seen = new HashSet<>();
        for (Edge edge : ApplicationTransitions.TABLE) {
            assertThat(seen.add(edge.from() + " " + edge.event()))
                    .as("%s", edge)
                    .isTrue();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "DRAFT, SUBMIT, SUBMITTED, APPLICANT",
        "SUBMITTED, BEGIN_REVIEW, IN_REVIEW, ANY_BUREAU",
        "IN_REVIEW, RETURN, RETURNED, ANY_BUREAU",
        "RETURNED, RESUBMIT, RESUBMITTED, APPLICANT",
        "IN_REVIEW, REFUSE, REFUSED, ANY_BUREAU",
        "IN_REVIEW, ISSUE, ISSUED, DATA_ADMINISTRATION",
        "RETURNED, WITHDRAW, WITHDRAWN, APPLICANT"
    })
    void edgesLeadWhereTheDomainSaysAndNameWhoTakesThem(
            ApplicationStatus from, ApplicationEvent event, ApplicationStatus to, Actor actor) {
        assertThat(ApplicationTransitions.edge(from, event)).contains(new Edge(from, event, to, actor));
    }

    @ParameterizedTest
    @CsvSource({"DRAFT, ISSUE", "DRAFT, WITHDRAW", "RETURNED, ISSUE", "ISSUED, WITHDRAW", "REFUSED, RESUBMIT"})
    void anythingElseIsRefused(ApplicationStatus from, ApplicationEvent event) {
        assertThatThrownBy(() -> ApplicationTransitions.follow(from, event))
                .isInstanceOfSatisfying(IllegalTransitionException.class, refusal -> {
                    assertThat(refusal.status()).isEqualTo(from);
                    assertThat(refusal.event()).isEqualTo(event);
                });
    }

    @ParameterizedTest
    @EnumSource
    void onlyWhatAwaitsSomebodyIsOpen(ApplicationStatus status) {
        assertThat(status.open()).isEqualTo(ApplicationTransitions.allows(status, ApplicationEvent.WITHDRAW));
    }
}
