package org.yinxin.authority;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yinxin.ledger.authority.AuthorityKey;
import org.yinxin.shared.Digest;

/** The table of enrolled keys. A removed key stays as a row, as what it signed stays too. */
@Component
@Transactional
class KeyBook {

    /** More keys than anybody has devices. */
    static final int MOST = 20;

    private static final String SELECT = """
            select key.*, passkey.credential_id from authority.enrolled_key key
            left join authority.passkey passkey on passkey.key_id = key.id
            where key.removed_at is null\s""";

    private final JdbcClient jdbc;
    private final Holders holders;
    private final Clock clock;

    KeyBook(JdbcClient jdbc, Holders holders, Clock clock) {
        this.jdbc = jdbc;
        this.holders = holders;
        this.clock = clock;
    }

    List<KeyView> of(UUID personId) {
        return jdbc.sql(SELECT + "and key.person_id = ? order by key.enrolled_at, key.id")
                .param(personId)
                .query((row, number) -> view(row))
                .list();
    }

    Optional<KeyView> find(UUID id) {
        return jdbc.sql(SELECT + "and key.id = ?")
                .param(id)
                .query((row, number) -> view(row))
                .optional();
    }

    /** @throws KeyRefusedException when the key is known already, or the person has too many */
    KeyView enter(UUID id, UUID personId, String label, KeyMethod method, AuthorityKey key) {
        holders.handleOf(personId);
        if (of(personId).size() >= MOST) {
            throw new KeyRefusedException(KeyRefusal.TOO_MANY);
        }
        Instant now = clock.instant();
        try {
            jdbc.sql("""
                            insert into authority.enrolled_key (id, person_id, label, method, x, y, enrolled_at)
                            values (?, ?, ?, ?, ?, ?, ?)""")
                    .params(
                            id,
                            personId,
                            label,
                            method.name(),
                            key.x().bytes(),
                            key.y().bytes(),
                            Timestamp.from(now))
                    .update();
        } catch (DuplicateKeyException e) {
            throw new KeyRefusedException(KeyRefusal.ALREADY_ENROLLED);
        }
        return new KeyView(id, personId, label, method, key, null, now);
    }

    void rename(UUID id, String label) {
        jdbc.sql("update authority.enrolled_key set label = ? where id = ?")
                .params(label, id)
                .update();
    }

    void remove(UUID id) {
        jdbc.sql("delete from authority.passkey where key_id = ?").param(id).update();
        jdbc.sql("update authority.enrolled_key set removed_at = ? where id = ? and removed_at is null")
                .params(Timestamp.from(clock.instant()), id)
                .update();
    }

    private static KeyView view(ResultSet row) throws SQLException {
        KeyMethod method = KeyMethod.valueOf(row.getString("method"));
        return new KeyView(
                row.getObject("id", UUID.class),
                row.getObject("person_id", UUID.class),
                row.getString("label"),
                method,
                new AuthorityKey(method.kind(), Digest.of(row.getBytes("x")), Digest.of(row.getBytes("y"))),
                text(row.getBytes("credential_id")),
                row.getTimestamp("enrolled_at").toInstant());
    }

    private static @Nullable String text(byte @Nullable [] credentialId) {
        return credentialId == null
                ? null
                : Base64.getUrlEncoder().withoutPadding().encodeToString(credentialId);
    }
}
