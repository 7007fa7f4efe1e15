package org.yinxin.bench;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;

/** Books filled with uses by SQL, beside the triggers that would let nobody write them. */
final class Books implements AutoCloseable {

    /** Uses of one seal; the number of seals grows with the uses. */
    private static final int USES_OF_A_SEAL = 1_000;

    private static final int USES_OF_A_TRANSACTION = 200;
    private static final int PORTION = 50_000;
    private static final int PATIENCE_SECONDS = 120;

    private final Connection connection;
    private int filled;

    /** @param server a URL of the embedded PostgreSQL, whose superuser may do this */
    Books(String server) throws SQLException {
        connection = DriverManager.getConnection(server, "postgres", "");
        run("set session_replication_role = replica");
        run("create or replace function pg_temp.digest(text) returns bytea language sql immutable as "
                + "$$ select sha256($1::bytea) $$");
    }

    /** Fills the books up to so many uses, after the model of one that really stands on the chain. */
    void fillUpTo(int uses) throws SQLException {
        while (filled < uses) {
            int until = Math.min(uses, filled + PORTION);
            fill(filled + 1, until);
            filled = until;
        }
        run("vacuum analyze ledger.entry");
        run("vacuum analyze ledger.receipt");
        run("vacuum analyze ledger.transaction");
        run("vacuum analyze sealing.use");
        run("checkpoint");
    }

    private void fill(int from, int to) throws SQLException {
        String series = " generate_series(%d, %d) i".formatted(from, to);
        run("""
                insert into ledger.transaction (deployment_id, deploys, party, account, nonce, hash, raw, status,
                  created_at, under_way_since, sent_at, mined_at, block_number, block_index, block_hash)
                select deployment_id, false, party, decode(repeat('ee', 20), 'hex'), i / %d, pg_temp.digest('t' || i),
                       raw, 'MINED', created_at, under_way_since, sent_at, mined_at, 1000000 + i / %d, 0,
                       pg_temp.digest('b' || i)
                  from (select * from ledger.transaction where party = 'PLATFORM' and status = 'MINED' and not deploys
                         order by id limit 1) model, %s where i %% %d = 0""".formatted(USES_OF_A_TRANSACTION, USES_OF_A_TRANSACTION, series, USES_OF_A_TRANSACTION));
        run("""
                insert into ledger.entry (id, thread, kind, party, seal, payload, created_at, status, transaction_id,
                  settled_at, announced)
                select md5('e' || i)::uuid, md5('s' || i / %d)::uuid, kind, party, pg_temp.digest('s' || i / %d),
                       payload, created_at, status, transaction_id, settled_at, announced
                  from (select * from ledger.entry where kind = 'USE' and status = 'RECORDED' order by seq limit 1) model,
                       %s""".formatted(USES_OF_A_SEAL, USES_OF_A_SEAL, series));
        run("""
                insert into ledger.receipt (entry_id, chain_id, contract, party, account, transaction_hash, block_hash,
                  block_number, block_time, log_index, gas_used, event, fields, stored_at)
                select md5('e' || i)::uuid, chain_id, contract, party, account,
                       pg_temp.digest('t' || i / %d * %d), pg_temp.digest('b' || i / %d * %d), 1000000 + i / %d,
                       block_time, i %% %d, gas_used, event,
                       replace(fields::text, fields ->> 'seal', '0x' || encode(pg_temp.digest('s' || i / %d), 'hex'))::json,
                       stored_at - interval '1 hour'
                  from (select * from ledger.receipt where event = 'UseRecorded' order by id limit 1) model, %s""".formatted(
                        USES_OF_A_TRANSACTION,
                        USES_OF_A_TRANSACTION,
                        USES_OF_A_TRANSACTION,
                        USES_OF_A_TRANSACTION,
                        USES_OF_A_TRANSACTION,
                        USES_OF_A_TRANSACTION,
                        USES_OF_A_SEAL,
                        series));
        run("""
                insert into sealing.use (id, version, code, seal_number, seal_on_chain, person_id, status, salt,
                  file_name, file_length, pages, purpose, authorised_digest, sealed_digest, purpose_digest, entry_id,
                  number, requested_at, authorised_at, sealed_at, recorded_at, released_at, kind, plan, level)
                select md5('u' || i)::uuid, 3, 'GROWTH' || i, lpad((i / %d)::text, 14, '0'),
                       pg_temp.digest('s' || i / %d), md5('p' || i / %d)::uuid, 'RELEASED', decode(md5('x' || i), 'hex'),
                       'contract.pdf', 100000, 3, 'contract with a supplier', pg_temp.digest('a' || i),
                       pg_temp.digest('d' || i), pg_temp.digest('r' || i), md5('e' || i)::uuid, i %% %d + 1,
                       now() - interval '1 hour', now(), now(), now(), now(), 'PDF', '1,100,100', 'LT'
                  from %s""".formatted(USES_OF_A_SEAL, USES_OF_A_SEAL, USES_OF_A_SEAL, USES_OF_A_SEAL, series));
    }

    /** Gives one of the filled uses a code that can be asked for, and a seal that there is. */
    void name(String code) throws SQLException {
        run("update sealing.use set code = '" + code + "', seal_number = s.number, seal_on_chain = s.on_chain_id "
                + "from (select number, on_chain_id from seal.seal where status = 'ACTIVE' limit 1) s "
                + "where id = md5('u5000')::uuid");
    }

    /** The ledger's entry of that use. */
    UUID known() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select md5('e5000')::uuid")) {
            row.next();
            return row.getObject(1, UUID.class);
        }
    }

    /** The public number of a seal that is in force; the demonstration's comes a moment after the start. */
    String sealInForce() throws SQLException, InterruptedException {
        for (int i = 0; i < PATIENCE_SECONDS; i++) {
            try (Statement statement = connection.createStatement();
                    ResultSet row =
                            statement.executeQuery("select number from seal.seal where status = 'ACTIVE' limit 1")) {
                if (row.next()) {
                    return row.getString(1);
                }
            }
            Thread.sleep(1_000);
        }
        throw new IllegalStateException("No seal came into force");
    }

    private void run(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
