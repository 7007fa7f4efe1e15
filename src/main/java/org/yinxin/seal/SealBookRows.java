package org.yinxin.seal;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yinxin.shared.Digest;

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
     * @param unfiled the columns whose contents do not stand in the seal file
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
            List<UUID> pending,
            List<String> unfiled) {}

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
                                      where v.number = s.number and v.pending_entry_id is not null) as pending,
                               array(select said.name from (values
                                       ('number', convert_to(s.number, 'UTF8')),
                                       ('enterprise_name', convert_to(s.enterprise_name, 'UTF8')),
                                       ('uscc', convert_to('NTRCN-' || s.uscc, 'UTF8')),
                                       ('imprint_png', a.imprint_png)) as said(name, content)
                                      where position(said.content in a.seal_file) = 0) as unfiled
                          from seal.seal s left join seal.artefact a on a.seal_id = s.id
                         where s.on_chain_id = :seal""")
                .param("seal", onChain.bytes())
                .query(SealBookRows::seal)
                .optional();
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
                uuids(row.getArray("pending")),
                List.of((String[]) row.getArray("unfiled").getArray()));
    }

    private static List<UUID> uuids(Array array) throws SQLException {
        return List.of((UUID[]) array.getArray());
    }
}
