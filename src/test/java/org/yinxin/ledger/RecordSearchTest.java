package org.yinxin.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecordSearchTest {

    @Test
    void nothingTypedIsEverything() {
        assertThat(RecordSearch.of("  ", null, null)).contains(RecordSearch.everything());
    }

    @Test
    void aHashIsReadWithAndWithoutItsPrefix() {
        String digits = "aB".repeat(32);

        assertThat(RecordSearch.of("0x" + digits, null, null).orElseThrow().digest())
                .isEqualTo(digits);
        assertThat(RecordSearch.of(digits, Party.COURT, null).orElseThrow().sender())
                .isEqualTo(Party.COURT);
    }

    @Test
    void aBlocksNumberIsReadAsPeopleWriteIt() {
        assertThat(RecordSearch.of("#1,024", null, EntryKind.USE).orElseThrow().block())
                .isEqualTo(1_024);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0x12", "seal", "12345678901234567", "' or 1=1", "-1"})
    void anythingElseIsNotUnderstood(String typed) {
        assertThat(RecordSearch.of(typed, null, null)).isEmpty();
    }
}
