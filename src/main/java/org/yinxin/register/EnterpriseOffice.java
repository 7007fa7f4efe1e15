package org.yinxin.register;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yinxin.shared.Uscc;

/** The market register as officers work with it: search, look, add, change. */
@Service
@Transactional(readOnly = true)
public class EnterpriseOffice {

    private static final String FOUND = """
            from register.enterprise
            where (:kind = '' or kind = :kind) and (:status = '' or status = :status)
              and (:text = '' or starts_with(uscc, :code) or strpos(name_key, :text) > 0
                or strpos(name_en_key, :text) > 0 or starts_with(legal_representative, :text))
            """;

    private final JdbcClient jdbc;
    private final RegisterBooks books;

    EnterpriseOffice(JdbcClient jdbc, RegisterBooks books) {
        this.jdbc = jdbc;
        this.books = books;
    }

    /** Exact names come first, then the order asked for. */
    public Page<EnterpriseEntry> search(EnterpriseSearch search) {
        long total = asked("select count(*) " + FOUND, search).query(Long.class).single();
        Pageable page = Paging.nearest(search.page(), total);
        String direction = search.descending() ? " desc" : "";
        List<EnterpriseEntry> entries = asked(
                        "select * " + FOUND + "order by (name_key = :text) desc, "
                                + search.order().column() + direction + ", uscc limit :limit offset :offset",
                        search)
                .param("limit", page.getPageSize())
                .param("offset", page.getOffset())
                .query(MarketRegister::entry)
                .list();
        return new PageImpl<>(entries, page, total);
    }

    public Optional<EnterpriseRecord> find(Uscc uscc) {
        return jdbc.sql("select * from register.enterprise where uscc = ?")
                .param(uscc.value())
                .query(EnterpriseOffice::record)
                .optional();
    }

    /** Whether the register holds the code, so that a failing check character was judged already. */
    public boolean isAccepted(Uscc uscc) {
        return find(uscc).isPresent();
    }

    /** @throws AlreadyRegisteredException when the register knows the code */
    @Transactional
    public void add(EnterpriseRow row, UUID officer) {
        String code = row.entry().uscc().value();
        // The lock makes two officers who add the same code wait for each other.
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(?, 0))")
                .param(code)
                .query()
                .listOfRows();
        if (version(code).isPresent()) {
            throw new AlreadyRegisteredException(code);
        }
        books.putEnterprises(List.of(row), Author.officer(officer));
    }

    /** @throws ChangedMeanwhileException when the entry is no longer at the version that the form showed */
    @Transactional
    public void change(EnterpriseRow row, long version, UUID officer) {
        String code = row.entry().uscc().value();
        if (version(code).filter(current -> current == version).isEmpty()) {
            throw new ChangedMeanwhileException(code);
        }
        books.putEnterprises(List.of(row), Author.officer(officer));
    }

    private Optional<Long> version(String code) {
        return jdbc.sql("select version from register.enterprise where uscc = ? for update")
                .param(code)
                .query(Long.class)
                .optional();
    }

    private JdbcClient.StatementSpec asked(String sql, EnterpriseSearch search) {
        return jdbc.sql(sql)
                .param("kind", search.kind() == null ? "" : search.kind().name())
                .param("status", search.status() == null ? "" : search.status().name())
                .param("text", Names.key(search.text()))
                .param("code", search.codeStart());
    }

    private static EnterpriseRecord record(ResultSet row, int number) throws SQLException {
        return new EnterpriseRecord(
                new EnterpriseRow(MarketRegister.entry(row, number), row.getString("code_override_reason")),
                row.getLong("version"),
                row.getTimestamp("changed_at").toInstant());
    }
}
