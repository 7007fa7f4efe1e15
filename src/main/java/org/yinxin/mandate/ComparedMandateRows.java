package org.yinxin.mandate;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yinxin.ledger.authority.KindTree;
import org.yinxin.shared.Digest;
import org.yinxin.shared.Salt;

/** The rows of mandates exactly as they stand, for comparing them with the chain. */
@Repository
class ComparedMandateRows {

    private static final String ROWS = """
            select m.*, a.on_chain_id as above_on_chain, a.depth as above_depth, a.status as above_status,
                   (select count(*) from mandate.mandate o where o.seal_number = m.seal_number and o.above_id is null
                      and o.id <> m.id and o.status in ('IN_FORCE', 'GIVEN')) as other_roots,
                   (select string_agg(k.document_class || ' ' || encode(k.salt, 'hex'), ',' order by k.place)
                      from mandate.kind_leaf k where k.mandate_id = m.id) as leaves
              from mandate.mandate m left join mandate.mandate a on a.id = m.above_id
            """;

    private final JdbcClient jdbc;

    ComparedMandateRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A mandate's row.
     *
     * @param kinds the root of the tree that its leaves make
     * @param replaced whether another root of the seal has its place
     */
    record Row(
            UUID id,
            Digest onChain,
            String sealNumber,
            MandateStatus status,
            int depth,
            @Nullable Above above,
            @Nullable String keyKind,
            @Nullable Digest x,
            @Nullable Digest y,
            Instant validFrom,
            Instant validTo,
            long limit,
            boolean delegable,
            Digest kinds,
            @Nullable UUID givenEntry,
            @Nullable UUID withdrawalEntry,
            boolean replaced) {

        boolean root() {
            return above == null;
        }
    }

    /** The mandate above; without an identifier where its row is gone. */
    record Above(
            @Nullable Digest onChain, int depth, @Nullable MandateStatus status) {}

    List<Row> of(Collection<Digest> onChain) {
        return onChain.isEmpty()
                ? List.of()
                : jdbc.sql(ROWS + "where m.on_chain_id in (:mandates)")
                        .param("mandates", onChain.stream().map(Digest::bytes).toList())
                        .query(ComparedMandateRows::row)
                        .list();
    }

    /** All mandates, in the order of their identifiers; {@code null} begins. */
    List<Row> after(@Nullable UUID id, int count) {
        return jdbc.sql(ROWS + "where m.id > :after order by m.id limit :count")
                .param("after", id == null ? new UUID(0, 0) : id)
                .param("count", count)
                .query(ComparedMandateRows::row)
                .list();
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        return new Row(
                row.getObject("id", UUID.class),
                Digest.of(row.getBytes("on_chain_id")),
                row.getString("seal_number"),
                MandateStatus.valueOf(row.getString("status")),
                row.getInt("depth"),
                row.getObject("above_id") == null ? null : above(row),
                row.getString("key_kind"),
                digest(row, "key_x"),
                digest(row, "key_y"),
                row.getTimestamp("valid_from").toInstant(),
                row.getTimestamp("valid_to").toInstant(),
                row.getLong("use_limit"),
                row.getBoolean("delegable"),
                kinds(row.getString("leaves")),
                row.getObject("given_entry_id", UUID.class),
                row.getObject("withdrawal_entry_id", UUID.class),
                row.getInt("other_roots") > 0);
    }

    private static Above above(ResultSet row) throws SQLException {
        String status = row.getString("above_status");
        return new Above(
                digest(row, "above_on_chain"),
                row.getInt("above_depth"),
                status == null ? null : MandateStatus.valueOf(status));
    }

    private static Digest kinds(@Nullable String leaves) {
        return leaves == null
                ? KindTree.EVERY_KIND
                : KindTree.of(Arrays.stream(leaves.split(","))
                                .map(leaf -> leaf.split(" "))
                                .map(leaf ->
                                        KindTree.leaf(Salt.of(HexFormat.of().parseHex(leaf[1])), leaf[0]))
                                .toList())
                        .root();
    }

    private static @Nullable Digest digest(ResultSet row, String column) throws SQLException {
        byte[] bytes = row.getBytes(column);
        return bytes == null ? null : Digest.of(bytes);
    }
}
