package org.yinxin.sealing.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatementRangeTest {

    @Test
    void nothingTypedIsTheWholeBook() {
        assertThat(StatementRange.of(null, " ", 7)).isEqualTo(new StatementRange(1, 7, "1", "7", null));
    }

    @ParameterizedTest
    @CsvSource({"5,2", "0,3", "1,8", "one,3", "-1,3", "99999999999999999999,3"})
    void whatCannotBeIsRefusedAndStaysAsItWasTyped(String first, String last) {
        StatementRange range = StatementRange.of(first, last, 7);

        assertThat(range.error()).isEqualTo("usebook.statement.error.range");
        assertThat(range.typedFirst()).isEqualTo(first);
        assertThat(range.typedLast()).isEqualTo(last);
    }

    @Test
    void anEmptyBookHasNothingToState() {
        assertThat(StatementRange.of(null, null, 0).error()).isEqualTo("usebook.statement.error.empty");
    }

    @Test
    void oneStatementHoldsSoManyEntriesAndNoMore() {
        assertThat(StatementRange.of("1", "1000000", 1_000_000).error()).isEqualTo("usebook.statement.error.most");
    }
}
