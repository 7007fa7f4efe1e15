package org.yinxin.register.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yinxin.register.Column;
import org.yinxin.register.RegisterKind;

class CsvTableTest {

    private static final String CHINESE = "印章编码,统一社会信用代码,印章类型,印章状态,备案日期\n";
    private static final String ROW = "3301060012345,91330106MA2ABCDE01,公章,在用,2016-01-04\n";

    @Test
    void columnsAreFoundByChineseAndEnglishHeadingsInAnyOrder() {
        assertThat(rows(CHINESE + ROW).getFirst().cell(Column.FILED_ON)).isEqualTo("2016-01-04");
        assertThat(rows("FILED ON,Seal kind, seal code ,Status,Unified Social Credit Code\n"
                                + "2016-01-04,FINANCE,3301060012345,IN_USE,91330106MA2ABCDE01\n")
                        .getFirst()
                        .cell(Column.CODE))
                .isEqualTo("3301060012345");
    }

    @ParameterizedTest
    @ValueSource(strings = {";", "\t"})
    void semicolonsAndTabsPartColumnsToo(String delimiter) {
        assertThat(rows((CHINESE + ROW).replace(",", delimiter)).getFirst().cell(Column.FILED_ON))
                .isEqualTo("2016-01-04");
    }

    @Test
    void rowsAreNumberedAsSpreadsheetsNumberThem() {
        assertThat(rows(CHINESE + ROW + "\n,,,,\n\"3301060012345\n\",b,c,d,e\n" + ROW.strip()))
                .extracting(TableRow::number)
                .containsExactly(2L, 5L, 6L);
    }

    @Test
    void shortRowsHaveEmptyCellsAndLongOnesAreMarked() {
        List<TableRow> rows = rows(CHINESE + "3301060012345\n" + ROW.strip() + ",,\n" + ROW.strip() + ",extra\n");

        assertThat(rows.getFirst().cell(Column.USCC)).isEmpty();
        assertThat(rows).extracting(TableRow::tooWide).containsExactly(false, false, true);
    }

    @Test
    void unknownColumnsAreNamedAndIgnored() {
        CsvTable table =
                new CsvTable(CHINESE.strip() + ",备注\n" + ROW.strip() + ",=cmd|' /C calc'!A0\n", RegisterKind.FILINGS);

        assertThat(table.unknownHeadings()).containsExactly("备注");
    }

    @Test
    void missingColumnsAreNamed() {
        assertThatThrownBy(() -> new CsvTable("印章编码,备案日期\n", RegisterKind.FILINGS))
                .isInstanceOfSatisfying(UnusableFileException.class, e -> {
                    assertThat(e.problem()).isEqualTo(FileProblem.MISSING_COLUMNS);
                    assertThat(e.columns()).containsExactly(Column.USCC, Column.SEAL_KIND, Column.FILING_STATUS);
                });
    }

    @Test
    void aColumnThatStandsTwiceIsRefused() {
        refused(CHINESE.strip() + ",Seal code\n" + ROW, FileProblem.DOUBLE_COLUMN);
    }

    @Test
    void nulCharactersAreNoText() {
        refused(CHINESE + ROW.replace("公章", "公\0章"), FileProblem.NOT_TEXT);
    }

    @Test
    void aHugeCellIsRefused() {
        refused(CHINESE + ROW.replace("公章", "章".repeat(3_000_000)), FileProblem.CELL_TOO_LONG);
    }

    @Test
    void aHugeLineOfCellsIsRefused() {
        refused(CHINESE + ",".repeat(3_000_000), FileProblem.TOO_MANY_COLUMNS);
    }

    @Test
    void anUnclosedQuoteIsRefused() {
        refused(CHINESE + "\"3301060012345,91330106MA2ABCDE01,公章,在用,2016-01-04\n" + ROW, FileProblem.BROKEN_QUOTES);
    }

    @Test
    void moreRowsThanAFileMayHaveAreRefused() {
        refused(CHINESE + ROW.repeat(CsvTable.MOST_ROWS + 1), FileProblem.TOO_MANY_ROWS);
    }

    private static List<TableRow> rows(String text) {
        List<TableRow> rows = new ArrayList<>();
        new CsvTable(text, RegisterKind.FILINGS).forEachRow(rows::add);
        return rows;
    }

    private static void refused(String text, FileProblem problem) {
        assertThatThrownBy(() -> rows(text))
                .isInstanceOfSatisfying(
                        UnusableFileException.class,
                        e -> assertThat(e.problem()).isEqualTo(problem));
    }
}
