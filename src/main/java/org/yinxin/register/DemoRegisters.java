package org.yinxin.register;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.springframework.context.annotation.Profile;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yinxin.imprint.ImprintRenderer;
import org.yinxin.imprint.ImprintSpec;
import org.yinxin.shared.SealKind;
import org.yinxin.shared.Uscc;

/** The made-up enterprises and seals of the demonstration; they exist in the embedded profile only. */
@Component
@Profile("embedded")
public class DemoRegisters {

    private final JdbcClient jdbc;
    private final EnterpriseReader enterprises;
    private final FilingReader filings;
    private final IdentityCells identities;
    private final RegisterBooks books;
    private final FilingOffice office;
    private final ImprintRenderer imprints;

    DemoRegisters(
            JdbcClient jdbc,
            EnterpriseReader enterprises,
            FilingReader filings,
            IdentityCells identities,
            RegisterBooks books,
            FilingOffice office,
            ImprintRenderer imprints) {
        this.jdbc = jdbc;
        this.enterprises = enterprises;
        this.filings = filings;
        this.identities = identities;
        this.books = books;
        this.office = office;
        this.imprints = imprints;
    }

    /** Fills empty registers; does nothing once they hold anything. */
    @Transactional
    public void seed() {
        boolean empty = jdbc.sql("select not exists (select from register.enterprise)")
                .query(Boolean.class)
                .single();
        if (!empty) {
            return;
        }
        List<EnterpriseRow> registered = rows("demo/enterprises.csv").stream()
                .map(row -> good(enterprises.read(sealed(row), uscc -> false)))
                .toList();
        books.putEnterprises(registered, Author.PLATFORM);
        Map<Uscc, String> names = registered.stream()
                .map(EnterpriseRow::entry)
                .collect(Collectors.toMap(EnterpriseEntry::uscc, EnterpriseEntry::nameZh));
        List<FilingRow> filed = rows("demo/filings.csv").stream()
                .map(row -> good(filings.read(row, names::containsKey)))
                .toList();
        books.putFilings(filed, Author.PLATFORM);
        filed.forEach(filing -> office.handInImprint(
                filing.code(), draw(filing, names.getOrDefault(filing.uscc(), "")), Author.PLATFORM));
    }

    private byte[] draw(FilingRow filing, String name) {
        return imprints.draw(new ImprintSpec(
                        filing.kind(), name, filing.code(), filing.kind() == SealKind.INVOICE ? filing.uscc() : null))
                .png();
    }

    private Function<Column, String> sealed(Function<Column, String> row) {
        return column ->
                column == Column.LEGAL_REPRESENTATIVE_ID ? identities.seal(row.apply(column)) : row.apply(column);
    }

    static List<Function<Column, String>> rows(String file) {
        try (Reader reader =
                        new InputStreamReader(new ClassPathResource(file).getInputStream(), StandardCharsets.UTF_8);
                CSVParser parser = CSVFormat.DEFAULT
                        .builder()
                        .setHeader()
                        .setSkipHeaderRecord(true)
                        .get()
                        .parse(reader)) {
            return parser.stream().map(DemoRegisters::cells).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Function<Column, String> cells(CSVRecord record) {
        Map<String, String> cells = record.toMap();
        return column -> cells.keySet().stream()
                .filter(column::isHeaded)
                .findFirst()
                .map(cells::get)
                .orElse("");
    }

    private static <T> T good(Reading<T> reading) {
        if (reading instanceof Reading.Good<T> good) {
            return good.entry();
        }
        throw new IllegalStateException("The demonstration's data is not in order: " + reading);
    }
}
