package org.yinxin.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The signed transactions: written down under the account's lock before they are sent. */
@Repository
class Transactions {

    private static final String SELECT =
            "select id, deploys, party, account, nonce, hash, under_way_since, sent_at, block_number from ledger.transaction ";

    private static final String LET_GO = "select set_config('idle_in_transaction_session_timeout', :millis, true)";

    /** The first number from the base on that no transaction on its way has: a gap is filled before the end grows. */
    private static final String FREE_NONCE = """
            with base as (
              select greatest(:count, coalesce(max(nonce) + 1, 0)) as nonce
                from ledger.transaction where account = :account and status = 'MINED'),
            taken as (
              select nonce from ledger.transaction where account = :account and status = 'SIGNED')
            select min(nonce) from (
              select nonce from base
              union all
              select taken.nonce + 1 from taken, base where taken.nonce >= base.nonce) candidate
             where not exists (select 1 from taken where taken.nonce = candidate.nonce)""";

    private final JdbcClient jdbc;
    private final Duration letGoAfter;
    private final Clock clock;

    Transactions(JdbcClient jdbc, LedgerSettings settings, Clock clock) {
        this.jdbc = jdbc;
        this.letGoAfter = settings.stuckAfter();
        this.clock = clock;
    }

    /**
     * Makes the caller's database transaction the one that gives out the account's nonces, or says that another is. Who
     * stops in the middle of it loses the account to the others after a while.
     */
    boolean lock(byte[] account) {
        jdbc.sql(LET_GO)
                .param("millis", Long.toString(letGoAfter.toMillis()))
                .query(String.class)
                .single();
        return jdbc.sql("select pg_try_advisory_xact_lock(hashtextextended('yinxin.ledger ' || :account, 0))")
                .param("account", HexFormat.of().formatHex(account))
                .query(Boolean.class)
                .single();
    }

    /** Signed and in no block as far as we know, in the order of their nonces. */
    List<StoredTransaction> underWay(byte[] account) {
        return jdbc.sql(SELECT + "where account = :account and status = 'SIGNED' order by nonce")
                .param("account", account)
                .query(Transactions::row)
                .list();
    }

    long countUnderWay(byte[] account) {
        return jdbc.sql("select count(*) from ledger.transaction where account = :account and status = 'SIGNED'")
                .param("account", account)
                .query(Long.class)
                .single();
    }

    /** The signed bytes; they are long, and asked for only when they go out. */
    byte[] raw(StoredTransaction transaction) {
        return jdbc.sql("select raw from ledger.transaction where id = :id")
                .param("id", transaction.id())
                .query(byte[].class)
                .single();
    }

    /** Whoever sent what is under way; an account that a party has given up since may be among them. */
    List<byte[]> accountsUnderWay() {
        return jdbc.sql("select distinct account from ledger.transaction where status = 'SIGNED' order by account")
                .query(byte[].class)
                .list();
    }

    /** When the account's newest transaction was seen in a block; long ago when none was. */
    Instant lastMined(byte[] account) {
        return jdbc.sql("""
                        select mined_at from ledger.transaction
                         where account = :account and status = 'MINED' order by nonce desc limit 1""")
                .param("account", account)
                .query(Timestamp.class)
                .optional()
                .map(Timestamp::toInstant)
                .orElse(Instant.EPOCH);
    }

    boolean anyUnderWay() {
        return jdbc.sql("select exists (select 1 from ledger.transaction where status = 'SIGNED')")
                .query(Boolean.class)
                .single();
    }

    /** In a block as far as we know, from this nonce on. */
    List<StoredTransaction> minedFrom(byte[] account, long nonce) {
        return jdbc.sql(SELECT + "where account = :account and status = 'MINED' and nonce >= :nonce order by nonce")
                .param("account", account)
                .param("nonce", nonce)
                .query(Transactions::row)
                .list();
    }

    /** Of the transactions that the chain has lost, the one that stood there first. */
    Optional<StoredTransaction> firstLost() {
        return jdbc.sql(SELECT + """
                        where status = 'SIGNED' and block_number is not null
                        order by block_number, block_index limit 1""").query(Transactions::row).optional();
    }

    Optional<StoredTransaction> deployment() {
        return jdbc.sql(SELECT + "where deploys").query(Transactions::row).optional();
    }

    /**
     * The lowest nonce that neither the chain nor anything on its way has used.
     *
     * @param transactionCount the account's next nonce as the chain has it
     */
    long nextNonce(byte[] account, long transactionCount) {
        return jdbc.sql(FREE_NONCE)
                .param("account", account)
                .param("count", transactionCount)
                .query(Long.class)
                .single();
    }

    long add(Deployment deployment, boolean deploys, SignedTransaction signed) {
        return jdbc.sql("""
                        insert into ledger.transaction
                          (deployment_id, deploys, party, account, nonce, hash, raw, status, created_at,
                           under_way_since)
                        values (:deployment, :deploys, :party, :account, :nonce, :hash, :raw, 'SIGNED', :now, :now)
                        returning id""")
                .param("deployment", deployment.id())
                .param("deploys", deploys)
                .param("party", signed.party().name())
                .param("account", signed.account())
                .param("nonce", signed.nonce())
                .param("hash", signed.hash())
                .param("raw", signed.raw())
                .param("now", Timestamp.from(clock.instant()))
                .query(Long.class)
                .single();
    }

    void sent(long id) {
        jdbc.sql("update ledger.transaction set sent_at = :now where id = :id")
                .param("id", id)
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    /** Locks the row; false when it is no longer on its way, because another instance was quicker. */
    boolean lockUnderWay(long id) {
        return jdbc.sql("select 1 from ledger.transaction where id = :id and status = 'SIGNED' for update")
                .param("id", id)
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    void mined(long id, MinedTransaction mined) {
        jdbc.sql("""
                        update ledger.transaction
                           set status = 'MINED', mined_at = :now, block_number = :number, block_index = :index,
                               block_hash = :hash
                         where id = :id""")
                .param("id", id)
                .param("now", Timestamp.from(clock.instant()))
                .param("number", mined.blockNumber())
                .param("index", mined.blockIndex())
                .param("hash", HexFormat.of().parseHex(mined.blockHash().substring(2)))
                .update();
    }

    /** Back on its way; where it stood is kept, for the order in which the lost ones go out again. */
    boolean lost(long id) {
        return jdbc.sql("""
                                update ledger.transaction set status = 'SIGNED', sent_at = null, under_way_since = :now
                                 where id = :id and status = 'MINED'""")
                        .param("id", id)
                        .param("now", Timestamp.from(clock.instant()))
                        .update()
                == 1;
    }

    /** What stands before this nonce goes out again at once, whenever it was last sent. */
    void sendAgainBefore(byte[] account, long nonce) {
        jdbc.sql("""
                        update ledger.transaction set sent_at = null
                         where account = :account and nonce < :nonce and status = 'SIGNED'""").param("account", account).param("nonce", nonce).update();
    }

    void superseded(long id) {
        jdbc.sql("update ledger.transaction set status = 'SUPERSEDED' where id = :id")
                .param("id", id)
                .update();
    }

    private static StoredTransaction row(ResultSet row, int number) throws SQLException {
        Timestamp sentAt = row.getTimestamp("sent_at");
        row.getLong("block_number");
        boolean stoodInBlock = !row.wasNull();
        return new StoredTransaction(
                row.getLong("id"),
                row.getBoolean("deploys"),
                Party.valueOf(row.getString("party")),
                row.getBytes("account"),
                row.getLong("nonce"),
                row.getBytes("hash"),
                row.getTimestamp("under_way_since").toInstant(),
                sentAt == null ? null : sentAt.toInstant(),
                stoodInBlock);
    }
}
