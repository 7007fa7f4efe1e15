package org.yinxin.register;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yinxin.shared.Digest;
import org.yinxin.shared.Uscc;

/** The market register as the other modules consult it. */
@Component
@Transactional(readOnly = true)
public class MarketRegister {

    private final JdbcClient jdbc;

    MarketRegister(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<EnterpriseEntry> find(Uscc uscc) {
        return jdbc.sql("select * from register.enterprise where uscc = :uscc")
                .param("uscc", uscc.value())
                .query(MarketRegister::entry)
                .optional();
    }

    /** Enterprises of exactly this Chinese or English name; width, case and blanks aside. Several may share one. */
    public List<EnterpriseEntry> findByExactName(String name) {
        return jdbc.sql("""
                        select * from register.enterprise
                        where name_key = :key or name_en_key = :key
                        order by status = 'ACTIVE' desc, established_on desc, uscc
                        limit 20""")
                .param("key", Names.key(name))
                .query(MarketRegister::entry)
                .list();
    }

    static EnterpriseEntry entry(ResultSet row, int number) throws SQLException {
        return new EnterpriseEntry(
                new Uscc(row.getString("uscc")),
                row.getString("name_zh"),
                row.getString("name_en"),
                EnterpriseKind.valueOf(row.getString("kind")),
                row.getString("legal_representative"),
                Digest.of(row.getBytes("legal_representative_id_digest")),
                row.getString("address"),
                EnterpriseStatus.valueOf(row.getString("status")),
                row.getObject("established_on", LocalDate.class),
                row.getObject("valid_until", LocalDate.class),
                row.getString("division"));
    }
}
