package org.yinxin.sealing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yinxin.ledger.LedgerEntry;
import org.yinxin.ledger.Party;
import org.yinxin.ledger.authority.BookHead;
import org.yinxin.ledger.authority.MarkKind;
import org.yinxin.shared.Commitment;
import org.yinxin.shared.Digest;
import org.yinxin.shared.Salt;
import org.yinxin.shared.SealNumber;
import org.yinxin.shared.UseCode;

/** The words on earlier uses in the database. */
@Repository
class MarkRows {

    private final JdbcClient jdbc;
    private final Clock clock;

    MarkRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What a mark's row opens of the chain's commitment. */
    record Opened(
            @Nullable Digest use,
            MarkKind mark,
            Party party,
            Digest mandate,
            @Nullable Long number,
            Digest reason,
            MarkView.Status status) {}

    void add(UUID use, LedgerEntry.UseMark entry, UUID person, String reason, Salt salt) {
        jdbc.sql("""
                        insert into sealing.use_mark (id, use_id, mark, party, person_id, mandate, reason, salt, marked_at)
                        values (:id, :use, :mark, :party, :person, :mandate, :reason, :salt, :now)""")
                .param("id", entry.id())
                .param("use", use)
                .param("mark", entry.mark().name())
                .param("party", entry.party().name())
                .param("person", person)
                .param(
                        "mandate",
                        entry.authority() == null
                                ? null
                                : entry.authority().mandate().bytes(),
                        Types.BINARY)
                .param("reason", reason)
                .param("salt", salt.bytes())
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    /** Two who speak of a use at the same time speak one after the other. */
    void lock(UUID use) {
        jdbc.sql("select id from sealing.use where id = :use for update")
                .param("use", use)
                .query(UUID.class)
                .single();
    }

    void recorded(UUID id, long number) {
        jdbc.sql("update sealing.use_mark set status = 'RECORDED', number = :number, settled_at = :now where id = :id")
                .param("id", id)
                .param("number", number)
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    void refused(UUID id, String reason) {
        jdbc.sql("update sealing.use_mark set status = 'REFUSED', refusal = :reason, settled_at = :now where id = :id")
                .param("id", id)
                .param("reason", reason)
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    List<MarkView> of(String code) {
        return jdbc.sql("""
                        select m.* from sealing.use_mark m join sealing.use u on u.id = m.use_id
                         where u.code = :code order by m.marked_at""").param("code", code).query(MarkRows::view).list();
    }

    List<PartyMark> saidBy(Party party, int size, int offset) {
        return jdbc.sql("""
                        select m.*, u.code, u.seal_number from sealing.use_mark m join sealing.use u on u.id = m.use_id
                         where m.party = :party order by m.marked_at desc, m.id limit :size offset :offset""")
                .param("party", party.name())
                .param("size", size)
                .param("offset", offset)
                .query((row, number) -> new PartyMark(
                        new UseCode(row.getString("code")),
                        new SealNumber(row.getString("seal_number")),
                        view(row, number)))
                .list();
    }

    long countSaidBy(Party party) {
        return jdbc.sql("select count(*) from sealing.use_mark where party = :party")
                .param("party", party.name())
                .query(Long.class)
                .single();
    }

    Map<UUID, Opened> opened(Collection<UUID> entries) {
        Map<UUID, Opened> opened = new HashMap<>();
        if (!entries.isEmpty()) {
            jdbc.sql("""
                            select m.*, u.code from sealing.use_mark m left join sealing.use u on u.id = m.use_id
                             where m.id in (:ids)""")
                    .param("ids", entries)
                    .query((row, number) ->
                            opened.put(Objects.requireNonNull(row.getObject("id", UUID.class)), opened(row)))
                    .list();
        }
        return opened;
    }

    /** The entries of all that call themselves recorded. */
    List<UUID> recordedEntries() {
        return jdbc.sql("select id from sealing.use_mark where status = 'RECORDED'")
                .query(UUID.class)
                .list();
    }

    private static Opened opened(ResultSet row) throws SQLException {
        String code = row.getString("code");
        byte[] mandate = row.getBytes("mandate");
        return new Opened(
                code == null ? null : UseCode.parse(code).map(UseCode::onChain).orElse(null),
                MarkKind.valueOf(row.getString("mark")),
                Party.valueOf(row.getString("party")),
                mandate == null ? BookHead.EMPTY : Digest.of(mandate),
                row.getObject("number", Long.class),
                Commitment.of(Salt.of(row.getBytes("salt")), row.getString("reason")),
                MarkView.Status.valueOf(row.getString("status")));
    }

    private static MarkView view(ResultSet row, int index) throws SQLException {
        Timestamp settled = row.getTimestamp("settled_at");
        return new MarkView(
                row.getObject("id", UUID.class),
                MarkKind.valueOf(row.getString("mark")),
                Party.valueOf(row.getString("party")),
                row.getString("reason"),
                MarkView.Status.valueOf(row.getString("status")),
                row.getObject("number", Long.class),
                row.getString("refusal"),
                row.getTimestamp("marked_at").toInstant(),
                settled == null ? null : settled.toInstant());
    }
}
