package org.yinxin.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yinxin.application.ApplicationFixtures.PHYSICAL_SEAL;

import java.time.LocalDate;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.yinxin.register.EnterpriseEntry;
import org.yinxin.register.EnterpriseStatus;
import org.yinxin.register.FilingStatus;
import org.yinxin.register.SealFiling;
import org.yinxin.shared.Digest;
import org.yinxin.shared.SealKind;
import org.yinxin.shared.Uscc;

/** One row per way in which the registers or the books can stand in the way. */
class StandingTest {

    private static final Uscc USCC = ApplicationFixtures.ENTERPRISE.uscc();
    private static final LocalDate TODAY = LocalDate.parse("2026-04-13");
    private static final EnterpriseEntry ACTIVE = entry(EnterpriseStatus.ACTIVE, null);
    private static final SealFiling IN_USE = filing(USCC, SealKind.STATUTORY_NAME, FilingStatus.IN_USE);

    static Stream<Arguments> rows() {
        EnterpriseEntry paused = entry(EnterpriseStatus.SUSPENDED, null);
        EnterpriseEntry lapsed = entry(EnterpriseStatus.ACTIVE, TODAY.minusDays(1));
        SealFiling lost = filing(USCC, SealKind.STATUTORY_NAME, FilingStatus.LOST);
        SealFiling finance = filing(USCC, SealKind.FINANCE, FilingStatus.IN_USE);
        SealFiling others = filing(Uscc.complete("91330106MA2CFRT51"), SealKind.STATUTORY_NAME, FilingStatus.IN_USE);
        return Stream.of(
                row("all is well", standing(true, ACTIVE, IN_USE, false, false, false, false)),
                row(
                        "another legal representative",
                        standing(false, ACTIVE, IN_USE, false, false, false, false),
                        Obstacle.NOT_LEGAL_REPRESENTATIVE),
                row(
                        "business paused",
                        standing(true, paused, IN_USE, false, false, false, false),
                        Obstacle.ENTERPRISE_NOT_ACTIVE),
                row(
                        "term of business over",
                        standing(true, lapsed, IN_USE, false, false, false, false),
                        Obstacle.ENTERPRISE_NOT_ACTIVE),
                row(
                        "no entry at all",
                        standing(true, null, IN_USE, false, false, false, false),
                        Obstacle.ENTERPRISE_NOT_ACTIVE),
                row(
                        "a seal in force",
                        standing(true, ACTIVE, IN_USE, true, false, true, false),
                        Obstacle.ENTERPRISE_HAS_SEAL,
                        Obstacle.PHYSICAL_SEAL_HAS_SEAL),
                row(
                        "another application",
                        standing(true, ACTIVE, IN_USE, false, true, false, true),
                        Obstacle.ENTERPRISE_HAS_APPLICATION,
                        Obstacle.PHYSICAL_SEAL_HAS_APPLICATION),
                row("seal lost", standing(true, ACTIVE, lost, false, false, false, false), Obstacle.FILING_NOT_IN_USE),
                row(
                        "finance seal",
                        standing(true, ACTIVE, finance, false, false, false, false),
                        Obstacle.FILING_OF_OTHER_KIND),
                row(
                        "another enterprise's seal",
                        standing(true, ACTIVE, others, false, false, false, false),
                        Obstacle.FILING_NOT_OF_ENTERPRISE),
                row(
                        "no filing",
                        standing(true, ACTIVE, null, false, false, false, false),
                        Obstacle.FILING_NOT_OF_ENTERPRISE));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void obstacles(String what, Standing standing, Set<Obstacle> obstacles) {
        assertThat(standing.all()).isEqualTo(obstacles);
    }

    private static Arguments row(String what, Standing standing, Obstacle... obstacles) {
        return Arguments.of(what, standing, Set.of(obstacles));
    }

    private static Standing standing(
            boolean representative,
            @Nullable EnterpriseEntry entry,
            @Nullable SealFiling filing,
            boolean enterpriseHasSeal,
            boolean enterpriseHasApplication,
            boolean physicalSealHasSeal,
            boolean physicalSealHasApplication) {
        return new Standing(
                USCC,
                SealKind.STATUTORY_NAME,
                TODAY,
                representative,
                entry,
                filing,
                enterpriseHasSeal,
                enterpriseHasApplication,
                physicalSealHasSeal,
                physicalSealHasApplication);
    }

    private static EnterpriseEntry entry(EnterpriseStatus status, @Nullable LocalDate validUntil) {
        EnterpriseDetails known = ApplicationFixtures.ENTERPRISE;
        return new EnterpriseEntry(
                USCC,
                known.nameZh(),
                known.nameEn(),
                known.kind(),
                known.legalRepresentative(),
                Digest.random(),
                known.address(),
                status,
                LocalDate.parse("2019-07-01"),
                validUntil,
                "330106");
    }

    private static SealFiling filing(Uscc uscc, SealKind kind, FilingStatus status) {
        return new SealFiling(PHYSICAL_SEAL, uscc, kind, status, LocalDate.parse("2019-07-08"), true);
    }
}
