package org.yinxin.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** What stands on the chain, newest first, and what still waits for it. Names nobody: the records hold commitments alone. */
@Service
public class Records {

    private static final String SEARCH = """
            select e.id as entry_id, e.kind, e.party as sender, e.status, e.refusal, e.created_at, e.settled_at,
                   r.id as receipt_id, r.*
              from %s join ledger.entry e on e.id = r.entry_id
             where not exists (select 1 from ledger.receipt n where n.entry_id = r.entry_id and n.id > r.id)
            """;

    private static final String OF_ALL = SEARCH.formatted("ledger.receipt r");

    /**
     * What is wanted is found first, each part by an index of its own, and read then: the other way round would go through the
     * whole book. Of a seal's uses, which may be very many, no more are looked at than are shown.
     */
    private static final String OF_DIGEST = """
            with wanted as materialized (
              select t.id from ledger.receipt t where t.transaction_hash = :digest
              union
              select l.id from ledger.entry o join ledger.receipt l on l.entry_id = o.id
               where o.seal = :digest and o.kind <> 'USE'
              union
              (select u.id from ledger.receipt u
                where u.fields ->> 'seal' = :seal and u.event in ('UseRecorded', 'UseRefused') and u.id < :before
                  and not exists (select 1 from ledger.receipt n where n.entry_id = u.entry_id and n.id > u.id)
                order by u.id desc limit :size))
            """ + SEARCH.formatted("""
            wanted w cross join lateral (select * from ledger.receipt one where one.id = w.id offset 0) r""");

    /** All but uses are few, and have an index of their own, newest first. */
    private static final String OF_KIND = " and r.event = :event and r.event not in ('UseRecorded', 'UseRefused')";

    private static final String OF_BUREAU = " and r.party = :sender and r.party <> 'PLATFORM'";

    private final JdbcClient jdbc;
    private final Incidents incidents;

    Records(JdbcClient jdbc, Incidents incidents) {
        this.jdbc = jdbc;
        this.incidents = incidents;
    }

    /**
     * A part of the records.
     *
     * @param before where the next, older part begins; absent at the end
     */
    public record Part(List<Recording> records, @Nullable Long before) {}

    private record Row(long id, Recording recording) {}

    /** @param before the part begins with what is older than this; absent for the newest */
    public Part search(RecordSearch search, @Nullable Long before, int size) {
        StringBuilder sql = new StringBuilder(search.digest() == null ? OF_ALL : OF_DIGEST);
        if (search.block() != null) {
            sql.append(" and r.block_number = :block");
        }
        if (search.sender() != null) {
            sql.append(search.sender() == Party.PLATFORM ? " and r.party = :sender" : OF_BUREAU);
        }
        if (search.kind() != null) {
            sql.append(" and e.kind = :kind").append(search.kind() == EntryKind.USE ? "" : OF_KIND);
        }
        String digest = search.digest();
        List<Row> rows = jdbc.sql(sql + " and r.id < :before order by r.id desc limit :size")
                .param("digest", digest == null ? null : HexFormat.of().parseHex(digest))
                .param("seal", digest == null ? null : "0x" + digest.toLowerCase(Locale.ROOT))
                .param("block", search.block())
                .param(
                        "sender",
                        search.sender() == null ? null : search.sender().name())
                .param("kind", search.kind() == null ? null : search.kind().name())
                .param("event", search.kind() == null ? null : search.kind().event())
                .param("before", before == null ? Long.MAX_VALUE : before)
                .param("size", size + 1)
                .query(Records::row)
                .list();
        boolean more = rows.size() > size;
        List<Row> shown = more ? rows.subList(0, size) : rows;
        return new Part(
                shown.stream().map(Row::recording).toList(),
                more ? shown.getLast().id() : null);
    }

    /** What lately went wrong with the chain, and how it was mended. */
    public List<Incident> incidents(int count) {
        return incidents.latest(count);
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        return new Row(row.getLong("receipt_id"), ReceiptRows.recording(row, number));
    }
}
