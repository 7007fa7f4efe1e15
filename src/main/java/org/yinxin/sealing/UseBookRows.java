package org.yinxin.sealing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yinxin.shared.Commitment;
import org.yinxin.shared.Digest;
import org.yinxin.shared.Salt;
import org.yinxin.shared.UseCode;

/** The rows of uses exactly as they stand, for comparing them with the chain. */
@Repository
class UseBookRows {

    private static final String ROWS = """
            select id, entry_id, code, seal_on_chain, status, number, authorised_digest, sealed_digest, purpose_digest,
                   purpose, salt
              from sealing.use
            """;

    private final JdbcClient jdbc;

    UseBookRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A use's row.
     *
     * @param code the identifier on the chain that follows from the code; absent where it is no code any more
     * @param purposeOpened the commitment that purpose and salt make
     */
    record UseRow(
            UUID id,
            @Nullable UUID entry,
            @Nullable Digest code,
            Digest seal,
            UseStatus status,
            @Nullable Long number,
            @Nullable Digest authorised,
            @Nullable Digest sealed,
            @Nullable Digest purposeDigest,
            Digest purposeOpened) {}

    List<UseRow> of(Collection<UUID> entries) {
        return entries.isEmpty()
                ? List.of()
                : jdbc.sql(ROWS + "where entry_id in (:entries)")
                        .param("entries", entries)
                        .query(UseBookRows::row)
                        .list();
    }

    /** Uses that call themselves recorded, in the order of their identifiers; {@code null} begins. */
    List<UseRow> after(@Nullable UUID id, int count) {
        return jdbc.sql(ROWS + """
                        where (number is not null or status in ('RECORDED', 'RELEASED'))
                          and id > :after order by id limit :count""")
                .param("after", id == null ? new UUID(0, 0) : id)
                .param("count", count)
                .query(UseBookRows::row)
                .list();
    }

    private static UseRow row(ResultSet row, int number) throws SQLException {
        return new UseRow(
                row.getObject("id", UUID.class),
                row.getObject("entry_id", UUID.class),
                UseCode.parse(row.getString("code")).map(UseCode::onChain).orElse(null),
                Digest.of(row.getBytes("seal_on_chain")),
                UseStatus.valueOf(row.getString("status")),
                row.getObject("number", Long.class),
                digest(row, "authorised_digest"),
                digest(row, "sealed_digest"),
                digest(row, "purpose_digest"),
                Commitment.of(Salt.of(row.getBytes("salt")), row.getString("purpose")));
    }

    private static @Nullable Digest digest(ResultSet row, String column) throws SQLException {
        byte[] bytes = row.getBytes(column);
        return bytes == null ? null : Digest.of(bytes);
    }
}
