package org.yinxin.account;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The history of every account, only ever added to. */
@Component
@Transactional
public class AccountBook {

    private final JdbcClient jdbc;
    private final Clock clock;

    AccountBook(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What people do to their own account. */
    public void enter(UUID personId, AccountEventKind kind, Origin origin) {
        enter(personId, personId, kind, origin);
    }

    void enter(UUID personId, UUID actorId, AccountEventKind kind, Origin origin) {
        jdbc.sql("""
                        insert into account.account_event (person_id, actor_id, kind, at, browser, address)
                        values (?, ?, ?, ?, ?, ?)""")
                .params(
                        personId,
                        actorId,
                        kind.name(),
                        Timestamp.from(clock.instant()),
                        origin.browser(),
                        origin.address())
                .update();
    }

    /** The latest first. */
    @Transactional(readOnly = true)
    public Page<AccountEvent> of(UUID personId, Pageable page) {
        List<AccountEvent> events = jdbc.sql("""
                        select event.kind, event.at, event.browser, event.address,
                               case when event.actor_id <> event.person_id then actor.name end as actor
                        from account.account_event event join account.person actor on actor.id = event.actor_id
                        where event.person_id = ? order by event.id desc limit ? offset ?""")
                .params(personId, page.getPageSize(), page.getOffset())
                .query((row, number) -> event(row))
                .list();
        long total = jdbc.sql("select count(*) from account.account_event where person_id = ?")
                .param(personId)
                .query(Long.class)
                .single();
        return new PageImpl<>(events, page, total);
    }

    /** The sign-in before the present one. */
    @Transactional(readOnly = true)
    public Optional<AccountEvent> previousSignIn(UUID personId) {
        return jdbc.sql("""
                        select kind, at, browser, address, null as actor from account.account_event
                        where person_id = ? and kind in ('SIGNED_IN', 'SIGNED_IN_WITH_PASSKEY') order by id desc limit 1 offset 1""").param(personId).query((row, number) -> event(row)).optional();
    }

    Optional<Instant> lastSignIn(UUID personId) {
        return jdbc.sql(
                        "select max(at) from account.account_event where person_id = ? and kind in ('SIGNED_IN', 'SIGNED_IN_WITH_PASSKEY')")
                .param(personId)
                .query((row, number) -> Optional.ofNullable(row.getTimestamp(1)).map(Timestamp::toInstant))
                .single();
    }

    private static AccountEvent event(ResultSet row) throws SQLException {
        return new AccountEvent(
                AccountEventKind.valueOf(row.getString("kind")),
                row.getTimestamp("at").toInstant(),
                row.getString("browser"),
                row.getString("address"),
                row.getString("actor"));
    }
}
