package org.yinxin.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.yinxin.account.PersonView;
import org.yinxin.account.Role;
import org.yinxin.application.DecisionView;
import org.yinxin.application.Outcome;
import org.yinxin.application.Purpose;
import org.yinxin.shared.Bureau;
import org.yinxin.shared.Digest;
import org.yinxin.shared.Reference;
import org.yinxin.shared.Uscc;

/** One row per way in which a duty is separated. */
class ReviewPolicyTest {

    private static final Bureau MS = Bureau.MARKET_SUPERVISION;
    private static final Bureau PS = Bureau.PUBLIC_SECURITY;
    private static final Digest CONTENT = Digest.random();
    private static final Digest EARLIER = Digest.random();
    private static final Digest NATIONAL_ID = Digest.random();
    private static final PersonView APPLICANT =
            new PersonView(UUID.randomUUID(), "沈知远", Role.CITIZEN, null, NATIONAL_ID);
    private static final Officer ME = new Officer(UUID.randomUUID(), "许静姝", MS, false, null);
    private static final Officer COLLEAGUE = new Officer(UUID.randomUUID(), "方亦舟", MS, false, null);
    private static final Officer CHIEF = new Officer(UUID.randomUUID(), "顾晚晴", MS, true, null);
    private static final Officer POLICE = new Officer(UUID.randomUUID(), "陆承泽", PS, true, null);
    private static final Officer MYSELF = new Officer(UUID.randomUUID(), "沈知远", MS, false, NATIONAL_ID);

    static Stream<Arguments> decisions() {
        return Stream.of(
                row("an untaken case", ME, open(null), List.of(), null),
                row("a case I took", ME, open(ME), List.of(), null),
                row("a colleague's case", ME, open(COLLEAGUE), List.of(), Objection.TAKEN_BY_COLLEAGUE),
                row("a colleague's case, as administrator", CHIEF, open(ME), List.of(), Objection.TAKEN_BY_COLLEAGUE),
                row("another bureau's case", POLICE, open(null), List.of(), Objection.OTHER_BUREAU),
                row("a decided case", ME, in(CaseState.APPROVED), List.of(), Objection.NOT_OPEN),
                row("a returned case", ME, in(CaseState.SENT_BACK), List.of(), Objection.NOT_OPEN),
                row(
                        "my own application, known by my identity",
                        MYSELF,
                        open(null),
                        List.of(),
                        Objection.OWN_APPLICATION),
                row(
                        "my own application, known by my account",
                        new Officer(APPLICANT.id(), "沈知远", MS, false, null),
                        open(null),
                        List.of(),
                        Objection.OWN_APPLICATION),
                row(
                        "this content, which I returned before",
                        ME,
                        open(null),
                        List.of(decision(ME, MS, CONTENT)),
                        Objection.DECIDED_ALREADY),
                row(
                        "changed content, whose first form I returned",
                        ME,
                        open(null),
                        List.of(decision(ME, MS, EARLIER)),
                        null),
                row(
                        "an application I decided for another bureau",
                        ME,
                        open(null),
                        List.of(decision(ME, PS, EARLIER)),
                        Objection.DECIDED_ELSEWHERE),
                row("an application others decided", ME, open(null), List.of(decision(POLICE, PS, CONTENT)), null));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("decisions")
    void deciding(
            String what, Officer officer, GateCase gate, List<DecisionView> decisions, @Nullable Objection objection) {
        assertThat(ReviewPolicy.decide(officer, gate, APPLICANT, CONTENT, decisions))
                .isEqualTo(Optional.ofNullable(objection));
    }

    static Stream<Arguments> takings() {
        return Stream.of(
                Arguments.of("untaken", ME, open(null), null),
                Arguments.of("taken by a colleague", ME, open(COLLEAGUE), Objection.TAKEN_BY_COLLEAGUE),
                Arguments.of("of another bureau", POLICE, open(null), Objection.OTHER_BUREAU),
                Arguments.of("closed", ME, in(CaseState.ENDED), Objection.NOT_OPEN),
                Arguments.of("my own", MYSELF, open(null), Objection.OWN_APPLICATION));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("takings")
    void taking(String what, Officer officer, GateCase gate, @Nullable Objection objection) {
        assertThat(ReviewPolicy.take(officer, gate, APPLICANT)).isEqualTo(Optional.ofNullable(objection));
    }

    static Stream<Arguments> handings() {
        return Stream.of(
                Arguments.of("mine to a colleague", ME, open(ME), COLLEAGUE, null),
                Arguments.of("a colleague's by me", ME, open(COLLEAGUE), CHIEF, Objection.NOT_TAKEN_BY_YOU),
                Arguments.of("anybody's by the administrator", CHIEF, open(ME), COLLEAGUE, null),
                Arguments.of("nobody's by the administrator", CHIEF, open(null), COLLEAGUE, null),
                Arguments.of("nobody's by me", ME, open(null), COLLEAGUE, Objection.NOT_TAKEN_BY_YOU),
                Arguments.of("to another bureau", ME, open(ME), POLICE, Objection.NOT_A_COLLEAGUE),
                Arguments.of("to myself", ME, open(ME), ME, Objection.NOT_A_COLLEAGUE),
                Arguments.of("to the applicant", ME, open(ME), MYSELF, Objection.OWN_APPLICATION),
                Arguments.of("closed", ME, in(CaseState.APPROVED), COLLEAGUE, Objection.NOT_OPEN));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("handings")
    void handingOver(String what, Officer officer, GateCase gate, Officer colleague, @Nullable Objection objection) {
        assertThat(ReviewPolicy.handOver(officer, gate, colleague, APPLICANT))
                .isEqualTo(Optional.ofNullable(objection));
    }

    static Stream<Arguments> releases() {
        return Stream.of(
                Arguments.of("mine", ME, open(ME), null),
                Arguments.of("a colleague's by me", ME, open(COLLEAGUE), Objection.NOT_TAKEN_BY_YOU),
                Arguments.of("a colleague's by the administrator", CHIEF, open(COLLEAGUE), null),
                Arguments.of("nobody's", CHIEF, open(null), Objection.NOT_TAKEN_BY_YOU),
                Arguments.of("of another bureau", POLICE, open(ME), Objection.OTHER_BUREAU));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("releases")
    void releasing(String what, Officer officer, GateCase gate, @Nullable Objection objection) {
        assertThat(ReviewPolicy.release(officer, gate)).isEqualTo(Optional.ofNullable(objection));
    }

    private static Arguments row(
            String what, Officer officer, GateCase gate, List<DecisionView> decisions, @Nullable Objection objection) {
        return Arguments.of(what, officer, gate, decisions, objection);
    }

    private static DecisionView decision(Officer officer, Bureau bureau, Digest content) {
        return new DecisionView(
                UUID.randomUUID(),
                bureau,
                1,
                Outcome.RETURNED,
                Set.of(),
                "Please mend",
                content,
                officer.id(),
                Instant.EPOCH);
    }

    private static GateCase open(@Nullable Officer assignee) {
        return gate(CaseState.OPEN, assignee);
    }

    private static GateCase in(CaseState state) {
        return gate(state, null);
    }

    private static GateCase gate(CaseState state, @Nullable Officer assignee) {
        return new GateCase(
                UUID.randomUUID(),
                MS,
                2,
                state,
                Reference.random(),
                Purpose.SEAL,
                APPLICANT.id(),
                Uscc.complete("91330106MA2CFRT4X"),
                "杭州云栖数字科技有限公司",
                null,
                assignee == null ? null : assignee.id(),
                Instant.EPOCH,
                LocalDate.EPOCH,
                state == CaseState.OPEN ? null : Instant.EPOCH);
    }
}
