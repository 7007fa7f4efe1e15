package org.yinxin.ledger.reconciliation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yinxin.shared.Digest;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Keeps what did not match: when it was first and last seen, and whether it still holds. */
@Repository
class FindingRows {

    private static final JsonMapper JSON = new JsonMapper();

    private final JdbcClient jdbc;

    FindingRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return whether it is seen for the first time, or again after it was mended */
    boolean seen(Finding finding, Instant now) {
        Finding.Subject about = finding.about();
        return jdbc.sql("""
                        insert into ledger.finding (kind, book, subject, entry_id, seal, use, number, block_number,
                          mismatches, first_seen, last_seen)
                        values (:kind, :book, :subject, :entry, :seal, :use, :number, :block, :mismatches::jsonb, :now, :now)
                        on conflict (kind, book, subject) where mended_at is null
                        do update set last_seen = excluded.last_seen, mismatches = excluded.mismatches,
                          seal = excluded.seal, use = excluded.use, number = excluded.number,
                          block_number = excluded.block_number
                        returning first_seen = last_seen""")
                .param("kind", finding.kind().name())
                .param("book", finding.table())
                .param("subject", finding.row())
                .param("entry", about.entry(), Types.OTHER)
                .param("seal", bytes(about.seal()), Types.BINARY)
                .param("use", bytes(about.use()), Types.BINARY)
                .param("number", about.number(), Types.BIGINT)
                .param("block", about.block(), Types.BIGINT)
                .param("mismatches", JSON.writeValueAsString(finding.mismatches()))
                .param("now", Timestamp.from(now))
                .query(Boolean.class)
                .single();
    }

    /** Those that were not seen since the comparison began are mended; only a complete one follows whole use books. */
    void mend(Instant began, Instant now, boolean complete) {
        jdbc.sql("update ledger.finding set mended_at = :now where mended_at is null and last_seen < :began"
                        + (complete ? "" : " and kind <> 'BOOK_BROKEN'"))
                .param("now", Timestamp.from(now))
                .param("began", Timestamp.from(began))
                .update();
    }

    /** The blocks that findings which still hold are about. */
    Set<Long> openBlocks() {
        return new TreeSet<>(jdbc.sql(
                        "select distinct block_number from ledger.finding where mended_at is null and block_number is not null")
                .query(Long.class)
                .list());
    }

    /** Whether a finding holds that no block leads to; whole use books are followed by complete comparisons only. */
    boolean anyOpenWithoutBlock() {
        return jdbc.sql("""
                        select exists (select 1 from ledger.finding
                                        where mended_at is null and block_number is null and kind <> 'BOOK_BROKEN')""").query(Boolean.class).single();
    }

    Map<FindingKind, Long> openByKind() {
        Map<FindingKind, Long> counts = new EnumMap<>(FindingKind.class);
        jdbc.sql("select kind, count(*) as findings from ledger.finding where mended_at is null group by kind")
                .query((row, number) -> counts.put(FindingKind.valueOf(row.getString(1)), row.getLong(2)))
                .list();
        return counts;
    }

    List<FindingRow> list(@Nullable FindingKind kind, boolean mended, int size, int offset) {
        return jdbc.sql("select * from ledger.finding where (mended_at is not null) = :mended"
                        + (kind == null ? "" : " and kind = :kind")
                        + " order by last_seen desc, id desc limit :size offset :offset")
                .param("mended", mended)
                .param("kind", kind == null ? "" : kind.name())
                .param("size", size)
                .param("offset", offset)
                .query(FindingRows::row)
                .list();
    }

    long count(@Nullable FindingKind kind, boolean mended) {
        return jdbc.sql("select count(*) from ledger.finding where (mended_at is not null) = :mended"
                        + (kind == null ? "" : " and kind = :kind"))
                .param("mended", mended)
                .param("kind", kind == null ? "" : kind.name())
                .query(Long.class)
                .single();
    }

    Optional<FindingRow> find(long id) {
        return jdbc.sql("select * from ledger.finding where id = :id")
                .param("id", id)
                .query(FindingRows::row)
                .optional();
    }

    boolean openOfEntry(UUID entry) {
        return jdbc.sql("select exists (select 1 from ledger.finding where mended_at is null and entry_id = :entry)")
                .param("entry", entry)
                .query(Boolean.class)
                .single();
    }

    boolean openOfUse(Collection<Digest> uses) {
        return jdbc.sql("select exists (select 1 from ledger.finding where mended_at is null and use in (:uses))")
                .param("uses", uses.stream().map(Digest::bytes).toList())
                .query(Boolean.class)
                .single();
    }

    boolean openOfSeal(Digest seal) {
        return jdbc.sql(
                        "select exists (select 1 from ledger.finding where mended_at is null and seal = :seal and use is null)")
                .param("seal", seal.bytes())
                .query(Boolean.class)
                .single();
    }

    private static FindingRow row(ResultSet row, int index) throws SQLException {
        Timestamp mended = row.getTimestamp("mended_at");
        return new FindingRow(
                row.getLong("id"),
                new Finding(
                        FindingKind.valueOf(row.getString("kind")),
                        row.getString("book"),
                        row.getString("subject"),
                        new Finding.Subject(
                                row.getObject("entry_id", UUID.class),
                                digest(row, "seal"),
                                digest(row, "use"),
                                row.getObject("number", Long.class),
                                row.getObject("block_number", Long.class)),
                        JSON.readValue(row.getString("mismatches"), new TypeReference<List<Mismatch>>() {})),
                row.getTimestamp("first_seen").toInstant(),
                row.getTimestamp("last_seen").toInstant(),
                mended == null ? null : mended.toInstant());
    }

    private static @Nullable Digest digest(ResultSet row, String column) throws SQLException {
        byte[] bytes = row.getBytes(column);
        return bytes == null ? null : Digest.of(bytes);
    }

    private static byte @Nullable [] bytes(@Nullable Digest digest) {
        return digest == null ? null : digest.bytes();
    }
}
