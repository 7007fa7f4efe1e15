package org.yinxin.application;

import java.sql.Timestamp;
import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.yinxin.shared.Commitment;
import org.yinxin.shared.Digest;
import org.yinxin.shared.Salt;
import org.yinxin.shared.SealCode;
import org.yinxin.shared.SealKind;
import org.yinxin.shared.Uscc;

/**
 * The commitments under which the chain knows an enterprise and a physical seal: random, but the same at every
 * application, so that the contract can tell a second seal without learning whose it is.
 */
@Component
class CommitmentSalts {

    private final JdbcClient jdbc;
    private final Clock clock;

    CommitmentSalts(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The rule of one seal in force holds per kind, so an enterprise has one commitment for each kind. */
    @Transactional(propagation = Propagation.MANDATORY)
    Digest enterprise(Uscc uscc, SealKind kind) {
        return commitment(CommitmentOpenings.enterprise(uscc.value(), kind.name()));
    }

    @Transactional(propagation = Propagation.MANDATORY)
    Digest physicalSeal(SealCode code) {
        return commitment(CommitmentOpenings.physicalSeal(code.value()));
    }

    private Digest commitment(String subject) {
        jdbc.sql("""
                        insert into application.commitment_salt (subject, salt, created_at) values (?, ?, ?)
                        on conflict (subject) do nothing""")
                .params(subject, Salt.random().bytes(), Timestamp.from(clock.instant()))
                .update();
        byte[] salt = jdbc.sql("select salt from application.commitment_salt where subject = ?")
                .param(subject)
                .query((row, number) -> row.getBytes("salt"))
                .single();
        return Commitment.of(Salt.of(salt), subject);
    }
}
