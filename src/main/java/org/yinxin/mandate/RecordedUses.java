package org.yinxin.mandate;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yinxin.shared.Digest;

/** How many uses the chain has recorded under each mandate. */
@Repository
class RecordedUses {

    private final JdbcClient jdbc;

    RecordedUses(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Counts the entry once, however often the chain tells of it. */
    void add(UUID entryId, Digest mandate, Instant at) {
        jdbc.sql("insert into mandate.recorded_use (entry_id, mandate, at) values (?, ?, ?) on conflict do nothing")
                .params(entryId, mandate.bytes(), Timestamp.from(at))
                .update();
    }

    /** By mandate; those without any use are left out. */
    Map<Digest, Long> count(Collection<Digest> mandates) {
        if (mandates.isEmpty()) {
            return Map.of();
        }
        Map<Digest, Long> counts = new HashMap<>();
        List<byte[]> ids = mandates.stream().map(Digest::bytes).toList();
        jdbc.sql("select mandate, count(*) from mandate.recorded_use where mandate in (:mandates) group by mandate")
                .param("mandates", ids)
                .query(row -> {
                    counts.put(Digest.of(row.getBytes(1)), row.getLong(2));
                });
        return counts;
    }
}
