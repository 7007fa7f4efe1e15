package org.yinxin.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LockOutPolicyTest {

    @ParameterizedTest
    @CsvSource({"1, 0", "4, 0", "5, 1", "6, 2", "7, 5", "8, 15", "9, 60", "10, 60", "99, 60"})
    void theDelayOfANameGrowsWithEachFailureUpToAnHour(int failures, int minutes) {
        assertThat(LockOutPolicy.NAME.pauseAfter(failures)).isEqualTo(Duration.ofMinutes(minutes));
    }

    @Test
    void aNameClosesAtAHundredFailuresInARow() {
        assertThat(LockOutPolicy.NAME.closes(99)).isFalse();
        assertThat(LockOutPolicy.NAME.closes(100)).isTrue();
    }

    @Test
    void anAddressIsSlowedDownMuchLaterAndNeverClosed() {
        assertThat(LockOutPolicy.ADDRESS.pauseAfter(49)).isZero();
        assertThat(LockOutPolicy.ADDRESS.pauseAfter(50)).isEqualTo(Duration.ofMinutes(1));
        assertThat(LockOutPolicy.ADDRESS.pauseAfter(5000)).isEqualTo(Duration.ofMinutes(15));
        assertThat(LockOutPolicy.ADDRESS.closes(5000)).isFalse();
    }
}
