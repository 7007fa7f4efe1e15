package org.yinxin.application;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yinxin.shared.Commitment;
import org.yinxin.shared.Digest;
import org.yinxin.shared.Salt;

/** Opens the commitments under which the chain knows enterprises and physical seals; makes none. */
@Component
public class CommitmentOpenings {

    private final JdbcClient jdbc;

    CommitmentOpenings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Empty when no salt is kept for the subject. */
    public Optional<Digest> of(String subject) {
        return jdbc.sql("select salt from application.commitment_salt where subject = :subject")
                .param("subject", subject)
                .query((row, number) -> Commitment.of(Salt.of(row.getBytes(1)), subject))
                .optional();
    }

    /** What is committed to for an enterprise's seals of one kind. */
    public static String enterprise(String uscc, String kind) {
        return "enterprise:" + uscc + ":" + kind;
    }

    /** What is committed to for a physical seal. */
    public static String physicalSeal(String code) {
        return "physical-seal:" + code;
    }
}
