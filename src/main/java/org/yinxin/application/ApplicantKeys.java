package org.yinxin.application;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.yinxin.authority.AuthorityKeys;
import org.yinxin.authority.KeyMethod;
import org.yinxin.authority.KeyView;
import org.yinxin.ledger.authority.AuthorityKey;
import org.yinxin.shared.Uscc;

/** Which of a person's keys may stand in an application, and for which one enterprise. */
@Component
@Transactional(readOnly = true)
public class ApplicantKeys {

    private final AuthorityKeys keys;
    private final JdbcClient jdbc;
    private final Clock clock;

    ApplicantKeys(AuthorityKeys keys, JdbcClient jdbc, Clock clock) {
        this.keys = keys;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The person's own; a machine's key signs no seal into being. */
    public List<KeyView> of(UUID person) {
        return keys.of(person).stream()
                .filter(key -> key.method() != KeyMethod.MACHINE)
                .toList();
    }

    public Optional<ApplicantKey> find(UUID person, UUID keyId) {
        return of(person).stream()
                .filter(key -> key.id().equals(keyId))
                .findFirst()
                .map(ApplicantKey::of);
    }

    /** What stands against handing in this key for this enterprise. */
    Set<Obstacle> obstacles(UUID person, Uscc uscc, UUID keyId) {
        Optional<ApplicantKey> own = find(person, keyId);
        if (own.isEmpty()) {
            return Set.of(Obstacle.KEY_NOT_THERE);
        }
        return servesOther(own.get().key(), uscc) ? Set.of(Obstacle.KEY_OF_OTHER_ENTERPRISE) : Set.of();
    }

    /** Lets the key serve this enterprise from now on and no other. @return false when it serves another one */
    @Transactional(propagation = Propagation.MANDATORY)
    boolean bind(AuthorityKey key, Uscc uscc) {
        jdbc.sql("""
                        insert into application.key_binding (x, uscc, bound_at) values (?, ?, ?)
                        on conflict (x) do nothing""")
                .params(key.x().bytes(), uscc.value(), clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        return !servesOther(key, uscc);
    }

    private boolean servesOther(AuthorityKey key, Uscc uscc) {
        return jdbc.sql("select uscc <> ? from application.key_binding where x = ?")
                .params(uscc.value(), key.x().bytes())
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }
}
