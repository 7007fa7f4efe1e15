package org.yinxin.sealing;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yinxin.sealing.pdf.PadesLevel;

/** Which sealed documents are below the level that they shall have, and when each is tried next. */
@Component
class ExtensionRows {

    private static final Duration SOON = Duration.ofMinutes(1);

    private final JdbcClient jdbc;
    private final ProfileSettings profiles;

    ExtensionRows(JdbcClient jdbc, ProfileSettings profiles) {
        this.jdbc = jdbc;
        this.profiles = profiles;
    }

    /** A document taken up for another try; whoever took it has it to itself for a while. */
    record Due(UUID useId, int attempts) {}

    /** To be called when a document is sealed; nothing happens when its level is what it shall be. */
    void expect(UUID use, @Nullable PadesLevel level, Instant now) {
        if (level != null && level.compareTo(profiles.level()) < 0) {
            jdbc.sql("insert into sealing.extension (use_id, next_try) values (?, ?)")
                    .params(use, Timestamp.from(now.plus(SOON)))
                    .update();
        }
    }

    /** Documents sealed while the setting was lower. */
    int expectOlder(Instant now) {
        List<String> below = Arrays.stream(PadesLevel.values())
                .filter(level -> level.compareTo(profiles.level()) < 0)
                .map(PadesLevel::name)
                .toList();
        if (below.isEmpty()) {
            return 0;
        }
        return jdbc.sql("""
                        insert into sealing.extension (use_id, next_try)
                        select u.id, :now from sealing.use u
                        where u.level in (:below) and u.status in ('RECORDED', 'RELEASED')
                          and not exists (select from sealing.extended_document e
                                          where e.use_id = u.id and e.level not in (:below))
                        on conflict do nothing""")
                .param("now", Timestamp.from(now))
                .param("below", below)
                .update();
    }

    /** Takes up to so many; with several instances at work, each document is taken by one. */
    List<Due> take(int most, Instant now, Duration lease) {
        return jdbc.sql("""
                        update sealing.extension set attempts = attempts + 1, next_try = :until
                        where use_id in (
                          select x.use_id from sealing.extension x join sealing.use u on u.id = x.use_id
                          where x.next_try <= :now and u.status in ('RECORDED', 'RELEASED')
                          order by x.next_try limit :most
                          for update of x skip locked)
                        returning use_id, attempts""")
                .param("now", Timestamp.from(now))
                .param("until", Timestamp.from(now.plus(lease)))
                .param("most", most)
                .query(Due.class)
                .list();
    }

    void postpone(UUID use, Instant next, String problem) {
        jdbc.sql("update sealing.extension set next_try = ?, problem = ? where use_id = ?")
                .params(Timestamp.from(next), problem, use)
                .update();
    }

    void forget(UUID use) {
        jdbc.sql("delete from sealing.extension where use_id = ?").param(use).update();
    }
}
