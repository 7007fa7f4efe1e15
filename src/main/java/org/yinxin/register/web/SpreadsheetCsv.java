package org.yinxin.register.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * CSV that spreadsheet programs open as it is meant: UTF-8 with a byte order mark, and no cell that they would take for
 * a formula (OWASP: CSV injection).
 */
final class SpreadsheetCsv {

    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final String STARTS_OF_FORMULAS = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

    private SpreadsheetCsv() {}

    static byte[] of(Stream<List<String>> rows) {
        StringBuilder text = new StringBuilder().append(BYTE_ORDER_MARK);
        try (CSVPrinter printer = new CSVPrinter(text, CSVFormat.EXCEL)) {
            rows.forEach(row -> print(printer, row));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void print(CSVPrinter printer, List<String> row) {
        try {
            printer.printRecord(row.stream().map(SpreadsheetCsv::harmless).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String harmless(String cell) {
        boolean formula = !cell.isEmpty() && STARTS_OF_FORMULAS.indexOf(cell.charAt(0)) >= 0;
        return formula ? "'" + cell : cell;
    }
}
