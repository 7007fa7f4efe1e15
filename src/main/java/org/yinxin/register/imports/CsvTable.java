package org.yinxin.register.imports;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.yinxin.register.Column;
import org.yinxin.register.RegisterKind;

/**
 * Somebody's CSV text (RFC 4180; comma, semicolon or tab), its columns found by their headings in whichever order.
 *
 * <p>Reading goes row by row; text that is no table, or too much of one, is refused with the row at fault.
 */
final class CsvTable {

    static final int MOST_ROWS = 50_000;
    static final int MOST_COLUMNS = 100;
    static final int LONGEST_CELL = 2_000;

    private final String text;
    private final CSVFormat format;
    private final Map<Column, Integer> positions = new EnumMap<>(Column.class);
    private final List<String> unknown = new ArrayList<>();
    private int width;

    /** @throws UnusableFileException when the headings are not those of the register */
    CsvTable(String text, RegisterKind kind) {
        if (text.indexOf('\0') >= 0) {
            throw new UnusableFileException(FileProblem.NOT_TEXT);
        }
        this.text = text;
        this.format = CSVFormat.DEFAULT
                .builder()
                .setDelimiter(delimiter(text))
                // A spreadsheet counts its empty rows, and so must the report.
                .setIgnoreEmptyLines(false)
                .get();
        readHeadings(kind);
    }

    /** Headings of the file that mean nothing here. */
    List<String> unknownHeadings() {
        return unknown;
    }

    Set<Column> columns() {
        return positions.keySet();
    }

    /** Hands out every row that holds anything. */
    void forEachRow(Consumer<TableRow> reader) {
        int[] rows = new int[1];
        parse(record -> {
            if (record.getRecordNumber() == 1 || isBlank(record)) {
                return true;
            }
            if (++rows[0] > MOST_ROWS) {
                throw new UnusableFileException(FileProblem.TOO_MANY_ROWS, record.getRecordNumber());
            }
            reader.accept(row(record));
            return true;
        });
    }

    private void readHeadings(RegisterKind kind) {
        parse(record -> {
            width = record.size();
            for (int i = 0; i < width; i++) {
                place(record.get(i), i, kind);
            }
            return false;
        });
        List<Column> missing = kind.columns().stream()
                .filter(column -> column.required() && !positions.containsKey(column))
                .toList();
        if (!missing.isEmpty()) {
            throw new UnusableFileException(FileProblem.MISSING_COLUMNS, missing);
        }
    }

    private void place(String heading, int position, RegisterKind kind) {
        kind.columns().stream()
                .filter(column -> column.isHeaded(heading))
                .findFirst()
                .ifPresentOrElse(
                        column -> {
                            if (positions.put(column, position) != null) {
                                throw new UnusableFileException(FileProblem.DOUBLE_COLUMN, List.of(column));
                            }
                        },
                        () -> {
                            if (!heading.isBlank()) {
                                unknown.add(heading.strip());
                            }
                        });
    }

    private TableRow row(CSVRecord record) {
        Map<Column, String> cells = new EnumMap<>(Column.class);
        positions.forEach((column, position) -> {
            if (position < record.size()) {
                cells.put(column, record.get(position));
            }
        });
        boolean tooWide = record.stream().skip(width).anyMatch(cell -> !cell.isBlank());
        return new TableRow(record.getRecordNumber(), cells, tooWide);
    }

    private void parse(RowVisitor visitor) {
        try (CSVParser parser = format.parse(new StringReader(text))) {
            for (CSVRecord record : parser) {
                checkSize(record);
                if (!visitor.visit(record)) {
                    return;
                }
            }
        } catch (UncheckedIOException | IOException e) {
            throw new UnusableFileException(FileProblem.BROKEN_QUOTES);
        }
    }

    private static void checkSize(CSVRecord record) {
        if (record.size() > MOST_COLUMNS) {
            throw new UnusableFileException(FileProblem.TOO_MANY_COLUMNS, record.getRecordNumber());
        }
        if (record.stream().anyMatch(cell -> cell.length() > LONGEST_CELL)) {
            throw new UnusableFileException(FileProblem.CELL_TOO_LONG, record.getRecordNumber());
        }
    }

    private static boolean isBlank(CSVRecord record) {
        return record.stream().allMatch(String::isBlank);
    }

    private static char delimiter(String text) {
        Map<Character, Long> counts = text.lines().filter(line -> !line.isBlank()).findFirst().stream()
                .flatMapToInt(String::chars)
                .mapToObj(c -> (char) c)
                .filter(Set.of(',', ';', '\t')::contains)
                .collect(Collectors.groupingBy(c -> c, Collectors.counting()));
        return Stream.of(',', ';', '\t')
                .max(Comparator.comparingLong(c -> counts.getOrDefault(c, 0L) * 3 + (c == ',' ? 1 : 0)))
                .orElseThrow();
    }

    /** Whether to go on. */
    private interface RowVisitor {
        boolean visit(CSVRecord record);
    }
}
