package org.yinxin.ledger.reconciliation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The comparisons that were asked for, in the order of asking. A lease lets one instance work on one comparison at a time;
 * another one takes over what a dead instance left.
 */
@Repository
class Comparisons {

    private static final Duration LEASE = Duration.ofMinutes(2);

    private final JdbcClient jdbc;
    private final Clock clock;

    Comparisons(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Whoever works on a comparison, until the lease ends. */
    record Lease(Comparison comparison, Instant until) {}

    /** Asks for one, unless the same has been asked for and not ended. */
    void ask(boolean complete, @Nullable UUID person) {
        jdbc.sql("""
                        insert into ledger.comparison (complete, asked_by, asked_at)
                        select :complete, :person, :now
                         where not exists (select 1 from ledger.comparison where ended_at is null and complete = :complete)
                        on conflict do nothing""")
                .param("complete", complete)
                .param("person", person, Types.OTHER)
                .param("now", Timestamp.from(now()))
                .update();
    }

    /** The one that is to be worked on now; empty when there is none, or another instance works. */
    Optional<Lease> take() {
        Instant until = now().plus(LEASE);
        return jdbc.sql("""
                        update ledger.comparison c
                           set lease = :until, started_at = :now, at_block = null
                         where c.id = (select id from ledger.comparison where ended_at is null
                                        order by id limit 1 for update skip locked)
                           and not exists (select 1 from ledger.comparison o where o.ended_at is null and o.lease >= :now)
                        returning c.*""")
                .param("until", Timestamp.from(until))
                .param("now", Timestamp.from(now()))
                .query(Comparisons::row)
                .optional()
                .map(comparison -> new Lease(comparison, until));
    }

    /** Writes down how far it has come; empty when another instance has taken over. */
    Optional<Lease> renew(Lease lease, long from, long to, long at) {
        Instant until = now().plus(LEASE);
        return jdbc.sql("""
                        update ledger.comparison
                           set lease = :until, from_block = :from, to_block = :to, at_block = :at
                         where id = :id and lease = :mine returning *""")
                .param("until", Timestamp.from(until))
                .param("mine", Timestamp.from(lease.until()))
                .param("from", from)
                .param("to", to)
                .param("at", at)
                .param("id", lease.comparison().id())
                .query(Comparisons::row)
                .optional()
                .map(comparison -> new Lease(comparison, until));
    }

    /** @return whether it was still ours to end */
    boolean end(Lease lease, Comparison.Outcome outcome, @Nullable String reason, @Nullable Long next) {
        return jdbc.sql("""
                        update ledger.comparison
                           set outcome = :outcome, reason = :reason, next_block = :next, ended_at = :now, lease = null
                         where id = :id and lease = :mine""")
                        .param("outcome", outcome.name())
                        .param("reason", reason)
                        .param("next", next, Types.BIGINT)
                        .param("now", Timestamp.from(now()))
                        .param("id", lease.comparison().id())
                        .param("mine", Timestamp.from(lease.until()))
                        .update()
                == 1;
    }

    /** The block with which the next comparison begins; 0 before the first. */
    long next() {
        return jdbc.sql("select next_block from ledger.comparison where outcome = 'COMPARED' order by id desc limit 1")
                .query(Long.class)
                .optional()
                .orElse(0L);
    }

    Optional<Comparison> open() {
        return jdbc.sql("select * from ledger.comparison where ended_at is null order by lease nulls last, id limit 1")
                .query(Comparisons::row)
                .optional();
    }

    /** The one that ended last, whatever came of it. */
    Optional<Comparison> last() {
        return jdbc.sql("select * from ledger.comparison where ended_at is not null order by ended_at desc limit 1")
                .query(Comparisons::row)
                .optional();
    }

    /** The complete one that was carried through last. */
    Optional<Comparison> lastComplete() {
        return jdbc.sql("""
                        select * from ledger.comparison where outcome = 'COMPARED' and complete
                         order by ended_at desc limit 1""").query(Comparisons::row).optional();
    }

    /** PostgreSQL keeps microseconds; a moment that is to be compared must not know more. */
    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static Comparison row(ResultSet row, int number) throws SQLException {
        String outcome = row.getString("outcome");
        return new Comparison(
                row.getLong("id"),
                row.getBoolean("complete"),
                row.getTimestamp("asked_at").toInstant(),
                instant(row, "started_at"),
                row.getObject("from_block", Long.class),
                row.getObject("to_block", Long.class),
                row.getObject("at_block", Long.class),
                outcome == null ? null : Comparison.Outcome.valueOf(outcome),
                row.getString("reason"),
                instant(row, "ended_at"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp time = row.getTimestamp(column);
        return time == null ? null : time.toInstant();
    }
}
