package org.yinxin.register.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ImportStatusTest {

    @Test
    void everyStatusIsReachedFromTheUpload() {
        Set<ImportStatus> reached = EnumSet.of(ImportStatus.UPLOADED);
        for (int round = 0; round < ImportStatus.values().length; round++) {
            EnumSet.copyOf(reached).forEach(status -> reached.addAll(status.next()));
        }

        assertThat(reached).containsExactlyInAnyOrder(ImportStatus.values());
    }

    @ParameterizedTest
    @EnumSource(names = {"FINISHED", "REFUSED", "DISCARDED"})
    void whatHasEndedStaysAsItIs(ImportStatus status) {
        assertThat(status.next()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"INTERRUPTED", "FAILED"})
    void whatBrokeOffMayBeRepeated(ImportStatus status) {
        assertThat(status.next()).contains(ImportStatus.WAITING);
        assertThat(status.isRepeatable()).isTrue();
    }
}
