package org.yinxin.review;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yinxin.application.ApplicationSubmitted;
import org.yinxin.application.Purpose;
import org.yinxin.shared.Bureau;
import org.yinxin.shared.Reference;
import org.yinxin.shared.Uscc;

/** The table of cases: one row per application and gate. */
@Component
class GateCases {

    private final JdbcClient jdbc;

    GateCases(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<GateCase> find(Reference reference, Bureau bureau) {
        return jdbc.sql("select * from review.gate_case where reference = ? and bureau = ?")
                .params(reference.value(), bureau.name())
                .query(GateCases::row)
                .optional();
    }

    /** Holds others who would take, hand over or decide the case back until the transaction ends. */
    Optional<GateCase> lock(Reference reference, Bureau bureau) {
        return jdbc.sql("select * from review.gate_case where reference = ? and bureau = ? for update")
                .params(reference.value(), bureau.name())
                .query(GateCases::row)
                .optional();
    }

    List<GateCase> of(UUID applicationId) {
        return jdbc.sql("select * from review.gate_case where application_id = ? order by opened_at, bureau")
                .param(applicationId)
                .query(GateCases::row)
                .list();
    }

    /** Puts an application on a bureau's desk, or back on it; whoever had taken it keeps it. */
    void open(ApplicationSubmitted application, Bureau bureau, LocalDate dueOn) {
        jdbc.sql("""
                        insert into review.gate_case (application_id, bureau, round, state, reference, purpose, applicant_id, uscc,
                          enterprise_name_zh, enterprise_name_en, opened_at, due_on)
                        values (:id, :bureau, :round, 'OPEN', :reference, :purpose, :applicant, :uscc, :zh, :en, :at, :due)
                        on conflict (application_id, bureau) do update set round = excluded.round, state = 'OPEN',
                          uscc = excluded.uscc, enterprise_name_zh = excluded.enterprise_name_zh,
                          enterprise_name_en = excluded.enterprise_name_en, opened_at = excluded.opened_at,
                          due_on = excluded.due_on, closed_at = null""")
                .param("id", application.applicationId())
                .param("bureau", bureau.name())
                .param("round", application.round())
                .param("reference", application.reference().value())
                .param("purpose", application.purpose().name())
                .param("applicant", application.applicantId())
                .param("uscc", application.uscc().value())
                .param("zh", application.enterpriseNameZh())
                .param("en", application.enterpriseNameEn())
                .param("at", Timestamp.from(application.at()))
                .param("due", dueOn)
                .update();
    }

    /** Puts an application that two bureaus have approved on the data administration's desk. */
    void openThird(UUID applicationId, Instant at, LocalDate dueOn) {
        jdbc.sql("""
                        insert into review.gate_case (application_id, bureau, round, state, reference, purpose, applicant_id, uscc,
                          enterprise_name_zh, enterprise_name_en, opened_at, due_on)
                        select application_id, 'DATA_ADMINISTRATION', round, 'OPEN', reference, purpose, applicant_id, uscc,
                          enterprise_name_zh, enterprise_name_en, :at, :due
                        from review.gate_case where application_id = :id order by round desc limit 1
                        on conflict (application_id, bureau) do update set round = excluded.round, state = 'OPEN',
                          uscc = excluded.uscc, enterprise_name_zh = excluded.enterprise_name_zh,
                          enterprise_name_en = excluded.enterprise_name_en, opened_at = excluded.opened_at,
                          due_on = excluded.due_on, closed_at = null""")
                .param("id", applicationId)
                .param("at", Timestamp.from(at))
                .param("due", dueOn)
                .update();
    }

    void close(UUID applicationId, Bureau bureau, CaseState state, UUID officer, Instant at) {
        jdbc.sql("""
                        update review.gate_case set state = ?, assignee = ?, closed_at = ?
                        where application_id = ? and bureau = ?""")
                .params(state.name(), officer, Timestamp.from(at), applicationId, bureau.name())
                .update();
    }

    /** Closes the cases that still wait, because the application went elsewhere. */
    void closeOpen(UUID applicationId, CaseState state, Instant at) {
        jdbc.sql("""
                        update review.gate_case set state = ?, closed_at = ?
                        where application_id = ? and state = 'OPEN'""").params(state.name(), Timestamp.from(at), applicationId).update();
    }

    void assign(GateCase gate, @Nullable UUID assignee, UUID officer, Instant at) {
        jdbc.sql("update review.gate_case set assignee = :assignee where application_id = :id and bureau = :bureau")
                .param("assignee", assignee)
                .param("id", gate.applicationId())
                .param("bureau", gate.bureau().name())
                .update();
        jdbc.sql("""
                        insert into review.assignment (id, application_id, bureau, round, officer_id, assignee, at)
                        values (:row, :id, :bureau, :round, :officer, :assignee, :at)""")
                .param("row", UUID.randomUUID())
                .param("id", gate.applicationId())
                .param("bureau", gate.bureau().name())
                .param("round", gate.round())
                .param("officer", officer)
                .param("assignee", assignee)
                .param("at", Timestamp.from(at))
                .update();
    }

    static GateCase row(ResultSet row, int number) throws SQLException {
        Timestamp closedAt = row.getTimestamp("closed_at");
        return new GateCase(
                row.getObject("application_id", UUID.class),
                Bureau.valueOf(row.getString("bureau")),
                row.getInt("round"),
                CaseState.valueOf(row.getString("state")),
                new Reference(row.getString("reference")),
                Purpose.valueOf(row.getString("purpose")),
                row.getObject("applicant_id", UUID.class),
                new Uscc(row.getString("uscc")),
                row.getString("enterprise_name_zh"),
                row.getString("enterprise_name_en"),
                row.getObject("assignee", UUID.class),
                row.getTimestamp("opened_at").toInstant(),
                row.getObject("due_on", LocalDate.class),
                closedAt == null ? null : closedAt.toInstant());
    }
}
