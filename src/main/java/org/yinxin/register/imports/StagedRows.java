package org.yinxin.register.imports;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;
import org.yinxin.register.Column;
import org.yinxin.register.IdentityCells;
import org.yinxin.register.RegisterKind;

/** A file's rows as they wait in the database: our own columns, UTF-8, identity numbers sealed. */
record StagedRows(byte[] bytes, int count) {

    static StagedRows of(CsvTable table, RegisterKind kind, IdentityCells identities) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int[] count = new int[1];
        try (CSVPrinter printer =
                new CSVPrinter(new OutputStreamWriter(bytes, StandardCharsets.UTF_8), CSVFormat.DEFAULT)) {
            table.forEachRow(row -> {
                count[0]++;
                print(printer, row, kind, identities);
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new StagedRows(bytes.toByteArray(), count[0]);
    }

    /** Hands out the rows in portions, so that no file is in memory twice. */
    static void inPortions(byte[] staged, RegisterKind kind, int size, Consumer<List<TableRow>> reader) {
        try (CSVParser parser = CSVFormat.DEFAULT.parse(
                new InputStreamReader(new ByteArrayInputStream(staged), StandardCharsets.UTF_8))) {
            List<TableRow> portion = new ArrayList<>(size);
            for (CSVRecord record : parser) {
                portion.add(row(record, kind));
                if (portion.size() == size) {
                    reader.accept(portion);
                    portion = new ArrayList<>(size);
                }
            }
            if (!portion.isEmpty()) {
                reader.accept(portion);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The first rows alone. */
    static List<TableRow> first(byte[] staged, RegisterKind kind, int count) {
        try (CSVParser parser = CSVFormat.DEFAULT.parse(
                new InputStreamReader(new ByteArrayInputStream(staged), StandardCharsets.UTF_8))) {
            return parser.stream().limit(count).map(record -> row(record, kind)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void print(CSVPrinter printer, TableRow row, RegisterKind kind, IdentityCells identities) {
        List<Object> cells = new ArrayList<>();
        cells.add(row.number());
        cells.add(row.tooWide());
        for (Column column : kind.columns()) {
            String cell = row.cell(column);
            cells.add(column == Column.LEGAL_REPRESENTATIVE_ID && !cell.isBlank() ? identities.seal(cell) : cell);
        }
        try {
            printer.printRecord(cells);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static TableRow row(CSVRecord record, RegisterKind kind) {
        Map<Column, String> cells = new EnumMap<>(Column.class);
        int position = 2;
        for (Column column : kind.columns()) {
            cells.put(column, record.get(position++));
        }
        return new TableRow(Long.parseLong(record.get(0)), cells, Boolean.parseBoolean(record.get(1)));
    }
}
