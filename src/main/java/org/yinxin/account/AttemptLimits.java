package org.yinxin.account;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yinxin.account.Admission.Admitted;
import org.yinxin.account.Admission.Closed;
import org.yinxin.account.Admission.Paused;

/** Counts attempts in the database, so that it holds across restarts and portal instances. */
@Component
@Transactional
class AttemptLimits {

    private static final Duration KEPT = Duration.ofDays(30);

    private final JdbcClient jdbc;
    private final Clock clock;

    AttemptLimits(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Counts an attempt as failed before it is made, so that many at once get no more tries than one after the other;
     * {@link #clear} or {@link #giveBack} takes it back.
     */
    Admission admit(String subject, LockOutPolicy policy) {
        Instant now = clock.instant();
        Optional<Integer> failures = count(subject, policy, now);
        if (failures.isEmpty()) {
            return standing(subject, policy, now);
        }
        Duration pause = policy.pauseAfter(failures.get());
        if (pause.isPositive()) {
            jdbc.sql("update account.attempt_limit set paused_until = :until where subject = :subject")
                    .param("until", Timestamp.from(now.plus(pause)))
                    .param("subject", subject)
                    .update();
        }
        return new Admitted();
    }

    private Optional<Integer> count(String subject, LockOutPolicy policy, Instant now) {
        Duration forgottenAfter = policy.forgottenAfter();
        Integer closedAt = policy.closedAt();
        return jdbc.sql("""
                        insert into account.attempt_limit as known (subject, failures, last_attempt_at, paused_until)
                        values (:subject, 1, :now, '-infinity')
                        on conflict (subject) do update
                        set failures = case when known.last_attempt_at < :forgotten then 1 else known.failures + 1 end,
                            last_attempt_at = :now
                        where known.paused_until <= :now and known.failures < :closedAt
                        returning failures""")
                .param("subject", subject)
                .param("now", Timestamp.from(now))
                .param("forgotten", Timestamp.from(forgottenAfter == null ? Instant.EPOCH : now.minus(forgottenAfter)))
                .param("closedAt", closedAt == null ? Integer.MAX_VALUE : closedAt)
                .query(Integer.class)
                .optional();
    }

    /** What the next attempt would be told, without counting one. */
    Admission standing(String subject, LockOutPolicy policy) {
        return standing(subject, policy, clock.instant());
    }

    private Admission standing(String subject, LockOutPolicy policy, Instant now) {
        return jdbc.sql("select failures, paused_until from account.attempt_limit where subject = :subject")
                .param("subject", subject)
                .query((row, number) -> standing(
                        row.getInt("failures"), row.getTimestamp("paused_until").toInstant(), policy, now))
                .optional()
                .orElseGet(Admitted::new);
    }

    private static Admission standing(int failures, Instant pausedUntil, LockOutPolicy policy, Instant now) {
        if (policy.closes(failures)) {
            return new Closed();
        }
        return pausedUntil.isAfter(now) ? new Paused(pausedUntil) : new Admitted();
    }

    /** The attempt succeeded: the count starts anew. */
    void clear(String subject) {
        jdbc.sql("delete from account.attempt_limit where subject = :subject")
                .param("subject", subject)
                .update();
    }

    /** The attempt succeeded, which says nothing of the failures of others: only this one is taken back. */
    void giveBack(String subject) {
        jdbc.sql("""
                        update account.attempt_limit set failures = greatest(failures - 1, 0), paused_until = '-infinity'
                        where subject = :subject""").param("subject", subject).update();
    }

    /** Forgets what nobody needs: addresses and names that are nobody's. Accounts keep their count. */
    @Scheduled(cron = "0 17 3 * * *")
    void tidy() {
        jdbc.sql("""
                        delete from account.attempt_limit
                        where last_attempt_at < :before
                          and substring(subject from '^name:(.*)$') not in (select sign_in_name from account.person)
                           or last_attempt_at < :before and subject not like 'name:%'""")
                .param("before", Timestamp.from(clock.instant().minus(KEPT)))
                .update();
    }
}
