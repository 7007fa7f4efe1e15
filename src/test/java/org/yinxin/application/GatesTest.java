package org.yinxin.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yinxin.application.GateState.APPROVED;
import static org.yinxin.application.GateState.OPEN;
import static org.yinxin.application.GateState.REFUSED;
import static org.yinxin.application.GateState.RETURNED;
import static org.yinxin.application.GateState.WAITING;
import static org.yinxin.shared.Bureau.DATA_ADMINISTRATION;
import static org.yinxin.shared.Bureau.MARKET_SUPERVISION;
import static org.yinxin.shared.Bureau.PUBLIC_SECURITY;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.yinxin.shared.Bureau;
import org.yinxin.shared.Digest;

/** What stands at the three gates in round 2, for all that may have been decided before. */
class GatesTest {

    private static final Digest NOW = Digest.random();
    private static final Digest BEFORE = Digest.random();

    static Stream<Arguments> rows() {
        return Stream.of(
                row("nothing decided", List.of(), OPEN, OPEN, WAITING),
                row("one approval", List.of(at(MARKET_SUPERVISION, 2, Outcome.APPROVED, NOW)), APPROVED, OPEN, WAITING),
                row(
                        "both approvals",
                        List.of(
                                at(MARKET_SUPERVISION, 2, Outcome.APPROVED, NOW),
                                at(PUBLIC_SECURITY, 2, Outcome.APPROVED, NOW)),
                        APPROVED,
                        APPROVED,
                        OPEN),
                row(
                        "an earlier approval of the same content",
                        List.of(at(PUBLIC_SECURITY, 1, Outcome.APPROVED, NOW)),
                        OPEN,
                        APPROVED,
                        WAITING),
                row(
                        "an earlier approval of other content",
                        List.of(at(PUBLIC_SECURITY, 1, Outcome.APPROVED, BEFORE)),
                        OPEN,
                        OPEN,
                        WAITING),
                row(
                        "an earlier return of the same content",
                        List.of(at(PUBLIC_SECURITY, 1, Outcome.RETURNED, NOW)),
                        OPEN,
                        OPEN,
                        WAITING),
                row(
                        "a return after an earlier approval of the same content",
                        List.of(
                                at(MARKET_SUPERVISION, 1, Outcome.APPROVED, NOW),
                                at(MARKET_SUPERVISION, 2, Outcome.RETURNED, NOW)),
                        RETURNED,
                        OPEN,
                        WAITING),
                row("a refusal", List.of(at(PUBLIC_SECURITY, 2, Outcome.REFUSED, NOW)), OPEN, REFUSED, WAITING));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void gates(String what, List<DecisionView> decisions, GateState market, GateState police, GateState data) {
        assertThat(Gates.state(MARKET_SUPERVISION, 2, NOW, decisions)).isEqualTo(market);
        assertThat(Gates.state(PUBLIC_SECURITY, 2, NOW, decisions)).isEqualTo(police);
        assertThat(Gates.state(DATA_ADMINISTRATION, 2, NOW, decisions)).isEqualTo(data);
    }

    private static Arguments row(
            String what, List<DecisionView> decisions, GateState market, GateState police, GateState data) {
        return Arguments.of(what, decisions, market, police, data);
    }

    private static DecisionView at(Bureau bureau, int round, Outcome outcome, Digest content) {
        return new DecisionView(
                UUID.randomUUID(), bureau, round, outcome, Set.of(), "", content, UUID.randomUUID(), Instant.EPOCH);
    }
}
