package org.yinxin.register;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yinxin.shared.SealCode;
import org.yinxin.shared.SealKind;
import org.yinxin.shared.Uscc;

/** The police's filings of physical seals as the other modules consult them. */
@Component
@Transactional(readOnly = true)
public class SealFilings {

    private final JdbcClient jdbc;

    SealFilings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<SealFiling> find(SealCode code) {
        return jdbc.sql("select * from register.seal_filing where code = :code")
                .param("code", code.value())
                .query(SealFilings::filing)
                .optional();
    }

    /** All filings of an enterprise: those in use first, the statutory-name seal before others, the newest first. */
    public List<SealFiling> of(Uscc uscc) {
        return jdbc.sql("""
                        select * from register.seal_filing where uscc = :uscc
                        order by status = 'IN_USE' desc, kind = 'STATUTORY_NAME' desc, filed_on desc, code""")
                .param("uscc", uscc.value())
                .query(SealFilings::filing)
                .list();
    }

    /** The imprint of the physical seal as a PNG image. */
    public Optional<byte[]> imprint(SealCode code) {
        return jdbc.sql("""
                        select i.png from register.seal_filing f
                        join register.imprint i on i.digest = f.imprint_digest
                        where f.code = :code""")
                .param("code", code.value())
                .query((row, number) -> row.getBytes("png"))
                .optional();
    }

    static SealFiling filing(ResultSet row, int number) throws SQLException {
        return new SealFiling(
                new SealCode(row.getString("code")),
                new Uscc(row.getString("uscc")),
                SealKind.valueOf(row.getString("kind")),
                FilingStatus.valueOf(row.getString("status")),
                row.getObject("filed_on", LocalDate.class),
                row.getBytes("imprint_digest") != null);
    }
}
