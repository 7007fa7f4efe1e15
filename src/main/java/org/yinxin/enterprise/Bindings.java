package org.yinxin.enterprise;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yinxin.register.EnterpriseEntry;
import org.yinxin.register.MarketRegister;
import org.yinxin.shared.Digest;
import org.yinxin.shared.Uscc;

/**
 * Who acts for which enterprise as its legal representative.
 *
 * <p>A binding holds only while the market register names the bound person; the register is asked at every use.
 */
@Component
@Transactional(readOnly = true)
public class Bindings {

    private final JdbcClient jdbc;
    private final MarketRegister register;

    Bindings(JdbcClient jdbc, MarketRegister register) {
        this.jdbc = jdbc;
        this.register = register;
    }

    /** Whether the person is bound to the enterprise and the register still names them its legal representative. */
    public boolean isLegalRepresentative(UUID personId, Uscc uscc) {
        return jdbc.sql("select * from enterprise.binding where person_id = ? and uscc = ? and ended_at is null")
                .params(personId, uscc.value())
                .query(Binding::of)
                .optional()
                .flatMap(binding -> register.find(uscc).filter(binding::matches))
                .isPresent();
    }

    /** The enterprises for which the person acts today, in the order in which they were bound. */
    public List<EnterpriseEntry> of(UUID personId) {
        return jdbc
                .sql("select * from enterprise.binding where person_id = ? and ended_at is null order by bound_at, id")
                .param(personId)
                .query(Binding::of)
                .list()
                .stream()
                .flatMap(binding -> register.find(binding.uscc()).filter(binding::matches).stream())
                .toList();
    }

    private record Binding(Uscc uscc, Digest nationalIdDigest) {

        static Binding of(ResultSet row, int number) throws SQLException {
            return new Binding(new Uscc(row.getString("uscc")), Digest.of(row.getBytes("national_id_digest")));
        }

        boolean matches(EnterpriseEntry entry) {
            return entry.legalRepresentativeIdDigest().equals(nationalIdDigest);
        }
    }
}
