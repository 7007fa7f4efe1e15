package org.yinxin.ledger;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The one contract's address, known before it stands. */
@Repository
class Deployments {

    private final JdbcClient jdbc;
    private final Clock clock;

    Deployments(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    Optional<Deployment> current() {
        return jdbc.sql("select id, chain_id, contract from ledger.deployment")
                .query((row, number) -> new Deployment(row.getLong(1), row.getLong(2), row.getBytes(3)))
                .optional();
    }

    Deployment add(long chainId, byte[] contract) {
        long id = jdbc.sql("""
                        insert into ledger.deployment (chain_id, contract, created_at)
                        values (:chainId, :contract, :now) returning id""")
                .param("chainId", chainId)
                .param("contract", contract)
                .param("now", Timestamp.from(clock.instant()))
                .query(Long.class)
                .single();
        return new Deployment(id, chainId, contract);
    }
}
