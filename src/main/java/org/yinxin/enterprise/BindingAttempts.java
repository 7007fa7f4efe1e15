package org.yinxin.enterprise;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.yinxin.shared.Uscc;

/** The book of who asked to act for which enterprise, and what they were told; entries are only ever added. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class BindingAttempts {

    static final int REFUSALS = 5;
    static final Duration PERIOD = Duration.ofHours(1);

    private final JdbcClient jdbc;
    private final Clock clock;

    BindingAttempts(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void note(UUID personId, Uscc uscc, String outcome) {
        jdbc.sql("insert into enterprise.binding_attempt (person_id, uscc, outcome, at) values (?, ?, ?, ?)")
                .params(personId, uscc.value(), outcome, clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Whether the person was refused so often within the hour that they must wait. */
    boolean areTooMany(UUID personId) {
        return jdbc.sql("""
                                select count(*) from enterprise.binding_attempt
                                where person_id = ? and at > ? and outcome like 'NOT\\_%'""")
                        .params(personId, clock.instant().minus(PERIOD).atOffset(ZoneOffset.UTC))
                        .query(Integer.class)
                        .single()
                >= REFUSALS;
    }
}
