package org.yinxin.authority;

import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yinxin.ledger.authority.SoftKey;

/** Keys that people enrolled, for tests that begin after that. */
public final class EnrolledKeys {

    private final JdbcClient jdbc;

    public EnrolledKeys(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The soft key as the person's browser key. */
    public KeyView enrol(UUID person, SoftKey key) {
        return enrol(person, key, KeyMethod.BROWSER);
    }

    public KeyView enrol(UUID person, SoftKey key, KeyMethod method) {
        byte[] handle = new byte[64];
        new SecureRandom().nextBytes(handle);
        Timestamp now = Timestamp.from(Instant.now().truncatedTo(ChronoUnit.MICROS));
        jdbc.sql("insert into authority.holder (person_id, handle, since) values (?, ?, ?) on conflict do nothing")
                .params(person, handle, now)
                .update();
        UUID id = UUID.randomUUID();
        jdbc.sql("""
                        insert into authority.enrolled_key (id, person_id, label, method, x, y, enrolled_at)
                        values (?, ?, '测试密钥', ?, ?, ?, ?)""")
                .params(
                        id,
                        person,
                        method.name(),
                        key.key().x().bytes(),
                        key.key().y().bytes(),
                        now)
                .update();
        return new KeyView(id, person, "测试密钥", method, key.key(), null, now.toInstant());
    }

    public void remove(UUID keyId) {
        jdbc.sql("update authority.enrolled_key set removed_at = now() where id = ?")
                .param(keyId)
                .update();
    }
}
