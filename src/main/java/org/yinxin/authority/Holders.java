package org.yinxin.authority;

import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The random handles under which authenticators know people (WebAuthn Level 3, 14.6.1). */
@Component
@Transactional
class Holders {

    private static final int LENGTH = 64;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Holders(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Drawn when it is asked for the first time, and kept. */
    byte[] handleOf(UUID personId) {
        byte[] drawn = new byte[LENGTH];
        random.nextBytes(drawn);
        jdbc.sql("insert into authority.holder (person_id, handle, since) values (?, ?, ?) on conflict do nothing")
                .params(personId, drawn, Timestamp.from(clock.instant()))
                .update();
        return jdbc.sql("select handle from authority.holder where person_id = ?")
                .param(personId)
                .query(byte[].class)
                .single();
    }

    Optional<UUID> personOf(byte[] handle) {
        return jdbc.sql("select person_id from authority.holder where handle = ?")
                .param(handle)
                .query(UUID.class)
                .optional();
    }
}
