package org.yinxin.ledger;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yinxin.shared.Digest;

/** Use books as our receipts tell them: uses and words on them, by the numbers that the contract gave. */
@Repository
public class UseBooks {

    private static final String LINES = """
              from ledger.entry e
              join lateral (select * from ledger.receipt r where r.entry_id = e.id order by r.id desc limit 1) r on true
             where e.seal in (:seals) and e.kind in ('USE', 'USE_MARK') and e.status = 'RECORDED'
            """;

    private final JdbcClient jdbc;

    UseBooks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Entries of one book in the order of their numbers.
     *
     * @param seals all versions of one seal, by their identifiers on the chain
     * @param from the first number, as {@code to} is the last
     */
    public List<Recording> entries(Collection<Digest> seals, long from, long to) {
        return jdbc.sql("""
                        select e.id as entry_id, e.kind, e.party as sender, e.status, e.refusal, e.created_at, e.settled_at, r.*
                        """ + LINES + """
                        and (r.fields->>'number')::bigint between :from and :to order by (r.fields->>'number')::bigint, e.seq""")
                .param("seals", bytes(seals))
                .param("from", from)
                .param("to", to)
                .query(ReceiptRows::recording)
                .list();
    }

    /** The highest number in the book; 0 while it is empty. */
    public long last(Collection<Digest> seals) {
        return Objects.requireNonNullElse(
                jdbc.sql("select max((r.fields->>'number')::bigint) as last " + LINES)
                        .param("seals", bytes(seals))
                        .query((row, number) -> row.getLong(1))
                        .single(),
                0L);
    }

    private static List<byte[]> bytes(Collection<Digest> seals) {
        return seals.stream().map(Digest::bytes).toList();
    }
}
