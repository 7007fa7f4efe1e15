package org.yinxin.seal;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yinxin.shared.Commitment;
import org.yinxin.shared.Digest;
import org.yinxin.shared.Salt;

/** The rows of seals exactly as they stand, for comparing them with the chain. */
@Repository
class SealBookRows {

    private final JdbcClient jdbc;

    SealBookRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A seal's row.
     *
     * @param fileDigest of the seal file that is kept; absent when none is
     * @param pending the entries that the versions of the seal call unsettled
     */
    record SealRow(
            Digest onChain,
            int version,
            Instant validFrom,
            Instant validTo,
            Digest sealDigest,
            @Nullable Digest fileDigest,
            SealStatus status,
            boolean refusedAtIssue,
            List<UUID> pending) {}

    /** A row of what happened to a seal. */
    record EventRow(UUID entry, String to, @Nullable String reason, byte @Nullable [] salt) {

        /** What the chain holds of the reason, if the row says one. */
        @Nullable
        Digest commitment() {
            return reason == null || salt == null ? null : Commitment.of(Salt.of(salt), reason);
        }
    }

    List<Digest> all() {
        return jdbc.sql("select on_chain_id from seal.seal order by issued_at")
                .query((row, number) -> Digest.of(row.getBytes(1)))
                .list();
    }

    Optional<SealRow> find(Digest onChain) {
        return jdbc.sql("""
                        select s.*, sha256(a.seal_file) as file_digest,
                               exists (select 1 from seal.event e where e.seal_id = s.id and e.step = 'REFUSE_ISSUE') as refused,
                               array(select v.pending_entry_id from seal.seal v
                                      where v.number = s.number and v.pending_entry_id is not null) as pending
                          from seal.seal s left join seal.artefact a on a.seal_id = s.id
                         where s.on_chain_id = :seal""")
                .param("seal", onChain.bytes())
                .query(SealBookRows::seal)
                .optional();
    }

    List<EventRow> events(Collection<UUID> entries) {
        return entries.isEmpty()
                ? List.of()
                : jdbc.sql(
                                "select entry_id, to_status, reason, reason_salt from seal.event where entry_id in (:entries)")
                        .param("entries", entries)
                        .query((row, number) -> new EventRow(
                                Objects.requireNonNull(row.getObject(1, UUID.class)),
                                row.getString(2),
                                row.getString(3),
                                row.getBytes(4)))
                        .list();
    }

    private static SealRow seal(ResultSet row, int number) throws SQLException {
        byte[] file = row.getBytes("file_digest");
        return new SealRow(
                Digest.of(row.getBytes("on_chain_id")),
                row.getInt("version"),
                row.getTimestamp("valid_from").toInstant(),
                row.getTimestamp("valid_to").toInstant(),
                Digest.of(row.getBytes("seal_digest")),
                file == null ? null : Digest.of(file),
                SealStatus.valueOf(row.getString("status")),
                row.getBoolean("refused"),
                uuids(row.getArray("pending")));
    }

    private static List<UUID> uuids(Array array) throws SQLException {
        return List.of((UUID[]) array.getArray());
    }
}
