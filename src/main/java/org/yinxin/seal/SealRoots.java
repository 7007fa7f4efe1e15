package org.yinxin.seal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.yinxin.application.ApplicantKey;
import org.yinxin.authority.KeyMethod;
import org.yinxin.ledger.authority.AuthorityKey;
import org.yinxin.ledger.authority.KeyKind;
import org.yinxin.shared.Digest;
import org.yinxin.shared.SealNumber;

/** The books of the keys at the root of seals. */
@Component
@Transactional(readOnly = true)
public class SealRoots {

    private final JdbcClient jdbc;

    SealRoots(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** All roots that a seal ever had, the one planted last first. */
    public List<SealRoot> of(SealNumber number) {
        return jdbc.sql("select * from seal.root where number = ? order by planted_at desc")
                .param(number.value())
                .query(SealRoots::root)
                .list();
    }

    /** The root in force; while the seal's first is on its way to the chain, that one. */
    public Optional<SealRoot> current(SealNumber number) {
        return of(number).stream()
                .filter(root -> root.state() == SealRoot.State.IN_FORCE)
                .findFirst()
                .or(() -> onItsWay(number));
    }

    /** The one that the chain has yet to confirm. */
    public Optional<SealRoot> onItsWay(SealNumber number) {
        return of(number).stream()
                .filter(root -> root.state() == SealRoot.State.PENDING)
                .findFirst();
    }

    /** The seals that hang on a key now. */
    List<SealNumber> hangingOn(UUID keyId) {
        return jdbc.sql("""
                        select distinct number from seal.root r
                        where key_id = ? and state in ('PENDING', 'IN_FORCE') and exists (
                          select from seal.seal s where s.number = r.number
                            and s.status in ('ISSUED', 'ACTIVE', 'SUSPENDED'))""")
                .param(keyId)
                .query((row, number) -> new SealNumber(row.getString(1)))
                .list();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void plant(SealRoot root) {
        AuthorityKey key = root.key().key();
        jdbc.sql("""
                        insert into seal.root (mandate, number, key_id, key_method, key_kind, key_x, key_y,
                          key_enrolled_at, person_id, application_id, entry_id, state, planted_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        root.mandate().bytes(),
                        root.number().value(),
                        root.key().keyId(),
                        root.key().method().name(),
                        key.kind().name(),
                        key.x().bytes(),
                        key.y().bytes(),
                        root.key().enrolledAt().atOffset(ZoneOffset.UTC),
                        root.personId(),
                        root.applicationId(),
                        root.entryId(),
                        root.state().name(),
                        root.plantedAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** The chain took it: the one before fell. */
    @Transactional(propagation = Propagation.MANDATORY)
    void recorded(UUID entryId) {
        jdbc.sql("""
                        update seal.root set state = 'REPLACED' where state = 'IN_FORCE'
                        and number = (select number from seal.root where entry_id = ? and state = 'PENDING')""").param(entryId).update();
        answer(entryId, SealRoot.State.IN_FORCE);
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void refused(UUID entryId) {
        answer(entryId, SealRoot.State.REFUSED);
    }

    private void answer(UUID entryId, SealRoot.State state) {
        jdbc.sql("update seal.root set state = ? where entry_id = ? and state = 'PENDING'")
                .params(state.name(), entryId)
                .update();
    }

    private static SealRoot root(ResultSet row, int number) throws SQLException {
        AuthorityKey key = new AuthorityKey(
                KeyKind.valueOf(row.getString("key_kind")),
                Digest.of(row.getBytes("key_x")),
                Digest.of(row.getBytes("key_y")));
        return new SealRoot(
                Digest.of(row.getBytes("mandate")),
                new SealNumber(row.getString("number")),
                new ApplicantKey(
                        row.getObject("key_id", UUID.class),
                        KeyMethod.valueOf(row.getString("key_method")),
                        key,
                        row.getTimestamp("key_enrolled_at").toInstant()),
                row.getObject("person_id", UUID.class),
                row.getObject("application_id", UUID.class),
                row.getObject("entry_id", UUID.class),
                SealRoot.State.valueOf(row.getString("state")),
                row.getTimestamp("planted_at").toInstant());
    }
}
