package org.yinxin.register;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yinxin.shared.Digest;
import org.yinxin.shared.SealCode;

/** The filings of physical seals as officers work with them: search, look, add, change, hand in an imprint. */
@Service
@Transactional(readOnly = true)
public class FilingOffice {

    private static final String ALL = "from register.seal_filing f join register.enterprise e on e.uscc = f.uscc ";

    private static final String FOUND = ALL + """
            where (:kind = '' or f.kind = :kind) and (:status = '' or f.status = :status)
              and (:text = '' or starts_with(f.code, :code) or starts_with(f.uscc, :code)
                or strpos(e.name_key, :text) > 0 or strpos(e.name_en_key, :text) > 0)
            """;

    private final JdbcClient jdbc;
    private final RegisterBooks books;
    private final Clock clock;

    FilingOffice(JdbcClient jdbc, RegisterBooks books, Clock clock) {
        this.jdbc = jdbc;
        this.books = books;
        this.clock = clock;
    }

    public Page<FilingRecord> search(FilingSearch search) {
        long total = asked("select count(*) " + FOUND, search).query(Long.class).single();
        Pageable page = Paging.nearest(search.page(), total);
        String direction = search.descending() ? " desc" : "";
        List<FilingRecord> filings = asked(
                        "select f.*, e.name_zh " + FOUND + "order by "
                                + search.order().column() + direction + ", f.code limit :limit offset :offset",
                        search)
                .param("limit", page.getPageSize())
                .param("offset", page.getOffset())
                .query(FilingOffice::record)
                .list();
        return new PageImpl<>(filings, page, total);
    }

    public Optional<FilingRecord> find(SealCode code) {
        return jdbc.sql("select f.*, e.name_zh " + ALL + "where f.code = ?")
                .param(code.value())
                .query(FilingOffice::record)
                .optional();
    }

    /** @throws AlreadyRegisteredException when the seal is filed already */
    @Transactional
    public void add(FilingRow row, UUID officer) {
        String code = row.code().value();
        // The lock makes two officers who add the same code wait for each other.
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(?, 0))")
                .param(code)
                .query()
                .listOfRows();
        if (version(code).isPresent()) {
            throw new AlreadyRegisteredException(code);
        }
        books.putFilings(List.of(row), Author.officer(officer));
    }

    /** @throws ChangedMeanwhileException when the filing is no longer at the version that the form showed */
    @Transactional
    public void change(FilingRow row, long version, UUID officer) {
        String code = row.code().value();
        if (version(code).filter(current -> current == version).isEmpty()) {
            throw new ChangedMeanwhileException(code);
        }
        books.putFilings(List.of(row), Author.officer(officer));
    }

    /** Puts an imprint's image into the filing; an earlier one stays in the book. */
    @Transactional
    public void handInImprint(SealCode code, byte[] png, Author author) {
        Digest digest = Digest.sha256(png);
        OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
        jdbc.sql("insert into register.imprint (digest, png, added_at) values (?, ?, ?) on conflict do nothing")
                .params(digest.bytes(), png, now)
                .update();
        jdbc.sql("""
                        update register.seal_filing
                        set imprint_digest = :digest, version = version + 1, changed_at = :at, changed_by = :person,
                          changed_in = null
                        where code = :code and imprint_digest is distinct from :digest""")
                .param("digest", digest.bytes())
                .param("at", now)
                .param("person", author.personId(), Types.OTHER)
                .param("code", code.value())
                .update();
    }

    private Optional<Long> version(String code) {
        return jdbc.sql("select version from register.seal_filing where code = ? for update")
                .param(code)
                .query(Long.class)
                .optional();
    }

    private JdbcClient.StatementSpec asked(String sql, FilingSearch search) {
        return jdbc.sql(sql)
                .param("kind", search.kind() == null ? "" : search.kind().name())
                .param("status", search.status() == null ? "" : search.status().name())
                .param("text", Names.key(search.text()))
                .param("code", search.text().replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT));
    }

    private static FilingRecord record(ResultSet row, int number) throws SQLException {
        return new FilingRecord(
                SealFilings.filing(row, number),
                row.getString("name_zh"),
                row.getLong("version"),
                row.getObject("changed_at", OffsetDateTime.class).toInstant());
    }
}
