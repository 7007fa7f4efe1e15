package org.yinxin.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** What stands before the chain: how much, for how long, and how fast it gets less. */
@Service
public class Queue {

    private static final Duration FRESH = Duration.ofMillis(250);
    private static final Duration LATELY = Duration.ofSeconds(30);

    /** The pace comes from the last receipts alone, so that it costs the same in a book of a million. */
    private static final String STATE = """
            select (select count(*) from ledger.entry where status = 'WAITING') as waiting,
                   (select created_at from ledger.entry where status in ('WAITING', 'SENT')
                     order by seq limit 1) as oldest,
                   (select count(*) from ledger.transaction where status = 'SIGNED') as under_way,
                   (select count(*) from (select stored_at from ledger.receipt order by id desc limit 2000) last
                     where stored_at > :lately) as lately""";

    private static final String BEFORE = """
            select count(*) from ledger.entry before
             where before.status in ('WAITING', 'SENT')
               and before.seq < (select seq from ledger.entry where id = :id)""";

    private final JdbcClient jdbc;
    private final Clock clock;
    private volatile @Nullable State last;

    Queue(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * The queue at a moment.
     *
     * @param waiting entries that no transaction carries yet
     * @param oldest how long the first entry that the chain has not answered has been waiting
     * @param underWay transactions that stand in no block yet
     * @param perSecond how many entries a second the chain lately answered
     */
    public record State(long waiting, Duration oldest, long underWay, double perSecond, Instant at) {

        /** How long what waits now may take, at the pace of the last half minute; a minute while nothing moves. */
        public Duration expected() {
            return perSecond <= 0
                    ? Duration.ofMinutes(1)
                    : Duration.ofSeconds((long) Math.ceil(waiting / perSecond)).plusSeconds(1);
        }
    }

    /** A quarter of a second old at most. */
    public State state() {
        State known = last;
        Instant now = clock.instant();
        if (known != null && known.at().plus(FRESH).isAfter(now)) {
            return known;
        }
        State fresh = jdbc.sql(STATE)
                .param("lately", Timestamp.from(now.minus(LATELY)))
                .query((row, number) -> state(row, now))
                .single();
        last = fresh;
        return fresh;
    }

    /** How many entries have their turn before this one. */
    public long before(UUID entry) {
        return jdbc.sql(BEFORE).param("id", entry).query(Long.class).single();
    }

    private static State state(ResultSet row, Instant now) throws SQLException {
        Timestamp oldest = row.getTimestamp("oldest");
        return new State(
                row.getLong("waiting"),
                oldest == null ? Duration.ZERO : Duration.between(oldest.toInstant(), now),
                row.getLong("under_way"),
                row.getLong("lately") / (double) LATELY.toSeconds(),
                now);
    }
}
