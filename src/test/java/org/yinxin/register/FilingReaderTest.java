package org.yinxin.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yinxin.shared.SealCode;
import org.yinxin.shared.SealKind;

class FilingReaderTest {

    private final FilingReader reader = new FilingReader(Clock.systemUTC());
    private final Map<Column, String> cells = new EnumMap<>(Map.of(
            Column.CODE, "3301060012345",
            Column.USCC, RegisterFixtures.uscc().value(),
            Column.SEAL_KIND, "公章",
            Column.FILING_STATUS, "在用",
            Column.FILED_ON, "2016-01-04"));

    @Test
    void aCompleteRowIsRead() {
        Reading<FilingRow> reading = reader.read(this::cell, uscc -> true);

        FilingRow row = ((Reading.Good<FilingRow>) reading).entry();
        assertThat(row.code()).isEqualTo(new SealCode("3301060012345"));
        assertThat(row.kind()).isEqualTo(SealKind.STATUTORY_NAME);
        assertThat(row.status()).isEqualTo(FilingStatus.IN_USE);
    }

    @Test
    void anEnterpriseUnknownToTheMarketRegisterIsRefused() {
        assertThat(reader.read(this::cell, uscc -> false))
                .isEqualTo(new Reading.Bad<FilingRow>(
                        List.of(new RowProblem(Column.USCC, cell(Column.USCC), Problem.NO_SUCH_ENTERPRISE))));
    }

    @ParameterizedTest
    @CsvSource({
        "CODE, 330106001234, NOT_A_SEAL_CODE",
        "SEAL_KIND, 圆章, NOT_A_KIND",
        "FILING_STATUS, 不明, NOT_A_STATUS",
        "FILED_ON, 4 Jan 2016, NOT_A_DATE"
    })
    void whatCannotBeIsRefused(Column column, String value, Problem problem) {
        cells.put(column, value);

        assertThat(reader.read(this::cell, uscc -> true))
                .isEqualTo(new Reading.Bad<FilingRow>(List.of(new RowProblem(column, value, problem))));
    }

    private String cell(Column column) {
        return cells.getOrDefault(column, "");
    }
}
