package org.yinxin.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yinxin.shared.Digest;
import tools.jackson.core.JacksonException;

/** The ledger's own rows as they stand, for comparing them with the chain. */
@Repository
public class BookedEntries {

    private static final int AT_ONCE = 5_000;
    private static final String ROWS = """
            select e.id as entry_id, e.kind, e.party as sender, e.status, e.refusal, e.created_at, e.settled_at,
                   e.seal as entry_seal, e.payload, r.*
              from ledger.entry e
              left join lateral (select * from ledger.receipt r where r.entry_id = e.id order by r.id desc limit 1) r
                on true
            """;

    private final JdbcClient jdbc;

    BookedEntries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those of the entries that there are. */
    public List<BookedEntry> of(Collection<UUID> ids) {
        return ids.isEmpty()
                ? List.of()
                : jdbc.sql(ROWS + "where e.id in (:ids)")
                        .param("ids", ids)
                        .query(BookedEntries::row)
                        .list();
    }

    /** Entries whose newest receipt names one of these blocks, both ends included. */
    public List<BookedEntry> inBlocks(long from, long to) {
        return jdbc.sql(ROWS + """
                        where e.id in (select entry_id from ledger.receipt where block_number between :from and :to)
                          and r.block_number between :from and :to""")
                .param("from", from)
                .param("to", to)
                .query(BookedEntries::row)
                .list();
    }

    /** Entries that call themselves recorded and have no receipt, or one of a block that cannot be. */
    public List<BookedEntry> outside(long to) {
        return jdbc.sql(ROWS + """
                        where (e.status = 'RECORDED' and r.id is null) or r.block_number < 0 or r.block_number > :to
                        order by e.seq limit :limit""")
                .param("to", to)
                .param("limit", AT_ONCE)
                .query(BookedEntries::row)
                .list();
    }

    /** How far those of the entries that there are have come. */
    public Map<UUID, Recording.Status> statuses(Collection<UUID> ids) {
        Map<UUID, Recording.Status> statuses = new HashMap<>();
        if (!ids.isEmpty()) {
            jdbc.sql("select id, status from ledger.entry where id in (:ids)")
                    .param("ids", ids)
                    .query(row -> {
                        statuses.put(row.getObject(1, UUID.class), Recording.Status.valueOf(row.getString(2)));
                    });
        }
        return statuses;
    }

    private static BookedEntry row(ResultSet row, int number) throws SQLException {
        Recording recording = ReceiptRows.recording(row, number);
        byte[] seal = row.getBytes("entry_seal");
        return new BookedEntry(
                recording.entryId(),
                recording.kind(),
                recording.sender(),
                seal == null ? null : Digest.of(seal),
                payload(recording.kind(), row.getString("payload")),
                recording.status(),
                recording.refusal(),
                recording.createdAt(),
                recording.receipt());
    }

    private static @Nullable LedgerEntry payload(EntryKind kind, String json) {
        try {
            return EntryPayload.read(kind, json);
        } catch (JacksonException | IllegalArgumentException e) {
            // Somebody wrote something else into the row: that is what is to be found.
            return null;
        }
    }
}
