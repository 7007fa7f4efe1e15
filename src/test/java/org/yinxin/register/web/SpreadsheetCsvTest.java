package org.yinxin.register.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpreadsheetCsvTest {

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+86 571", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1+1", "＠SUM(A1)"})
    void noCellIsTakenForAFormula(String cell) {
        assertThat(text(cell).replace("\"", "")).startsWith("'" + cell);
    }

    @Test
    void otherCellsStayAsTheyAre() {
        assertThat(text("杭州, \"西湖\"")).isEqualTo("\"杭州, \"\"西湖\"\"\"\r\n");
        assertThat(text("2019-03-08")).isEqualTo("2019-03-08\r\n");
    }

    @Test
    void aByteOrderMarkTellsSpreadsheetsTheEncoding() {
        assertThat(SpreadsheetCsv.of(Stream.of(List.of("a")))).startsWith(0xEF, 0xBB, 0xBF);
    }

    private static String text(String cell) {
        return new String(SpreadsheetCsv.of(Stream.of(List.of(cell))), StandardCharsets.UTF_8).substring(1);
    }
}
