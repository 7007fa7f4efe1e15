package org.yinxin.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Reckoned with the days off around Labour Day 2026: 1 to 5 May off, Saturday 9 May worked. */
class WorkingDaysTest {

    private final WorkingDays days = new WorkingDays(Map.of(
            LocalDate.parse("2026-05-01"), false,
            LocalDate.parse("2026-05-02"), false,
            LocalDate.parse("2026-05-03"), false,
            LocalDate.parse("2026-05-04"), false,
            LocalDate.parse("2026-05-05"), false,
            LocalDate.parse("2026-05-09"), true));

    @ParameterizedTest
    @CsvSource({
        // an ordinary week: Monday plus three is Thursday
        "2026-04-13, 3, 2026-04-16",
        // over a weekend
        "2026-04-16, 3, 2026-04-21",
        // handed in on a Saturday: Monday is the first day
        "2026-04-18, 1, 2026-04-20",
        // over the days off
        "2026-04-30, 2, 2026-05-07",
        // a Saturday worked in exchange counts
        "2026-05-07, 2, 2026-05-09",
        "2026-04-13, 0, 2026-04-13"
    })
    void aTermEndsAfterSoManyWorkingDays(LocalDate start, int workingDays, LocalDate deadline) {
        assertThat(days.deadline(start, workingDays)).isEqualTo(deadline);
        assertThat(days.between(start, deadline)).isEqualTo(workingDays);
    }

    @Test
    void daysLeftTurnNegativeOnceTheDeadlineHasPassed() {
        assertThat(days.between(LocalDate.parse("2026-05-07"), LocalDate.parse("2026-04-30")))
                .isEqualTo(-2);
    }

    @Test
    void theSameDayIsNoDayAtAll() {
        assertThat(days.between(LocalDate.parse("2026-04-13"), LocalDate.parse("2026-04-13")))
                .isZero();
    }
}
