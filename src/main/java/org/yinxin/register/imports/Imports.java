package org.yinxin.register.imports;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.yinxin.register.Column;
import org.yinxin.register.Problem;
import org.yinxin.register.RegisterKind;
import org.yinxin.register.Tally;
import org.yinxin.shared.Digest;
import tools.jackson.databind.json.JsonMapper;

/** The book of imports: what was uploaded, how far it has come, what came of it. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class Imports {

    static final int MOST_PROBLEMS = 10_000;

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;

    Imports(JdbcClient jdbc, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    UUID add(
            RegisterKind kind,
            String fileName,
            Digest digest,
            FileEncoding encoding,
            List<String> ignoredHeadings,
            StagedRows rows,
            UUID officer) {
        UUID id = UUID.randomUUID();
        jdbc.sql("""
                        insert into register.import (id, kind, status, file_name, file_digest, encoding,
                          ignored_headings, rows_total, staged, created_at, created_by)
                        values (:id, :kind, 'UPLOADED', :fileName, :digest, :encoding, :ignored, :total, :staged, :now,
                          :officer)""")
                .param("id", id)
                .param("kind", kind.name())
                .param("fileName", fileName)
                .param("digest", digest.bytes())
                .param("encoding", encoding.name())
                .param("ignored", ignoredHeadings.toArray(String[]::new))
                .param("total", rows.count())
                .param("staged", rows.bytes())
                .param("now", now())
                .param("officer", officer)
                .update();
        return id;
    }

    Optional<ImportView> find(UUID id) {
        return jdbc.sql("select * from register.import where id = ?")
                .param(id)
                .query(Imports::view)
                .optional();
    }

    /** The latest import of the same content that ended well. */
    Optional<ImportView> sameBefore(UUID id) {
        return jdbc.sql("""
                        select earlier.* from register.import this
                        join register.import earlier using (kind, file_digest)
                        where this.id = ? and earlier.id <> this.id and earlier.status = 'FINISHED'
                        order by earlier.created_at desc limit 1""").param(id).query(Imports::view).optional();
    }

    long count(RegisterKind kind) {
        return jdbc.sql("select count(*) from register.import where kind = ?")
                .param(kind.name())
                .query(Long.class)
                .single();
    }

    List<ImportView> latest(RegisterKind kind, Pageable page) {
        return jdbc.sql("select * from register.import where kind = ? order by created_at desc, id limit ? offset ?")
                .params(kind.name(), page.getPageSize(), page.getOffset())
                .query(Imports::view)
                .list();
    }

    Optional<UUID> nextWaiting(RegisterKind kind) {
        return jdbc.sql("""
                        select id from register.import where kind = ? and status = 'WAITING'
                        order by confirmed_at, id limit 1""").param(kind.name()).query(UUID.class).optional();
    }

    List<UUID> running(RegisterKind kind) {
        return jdbc.sql("select id from register.import where kind = ? and status = 'RUNNING'")
                .param(kind.name())
                .query(UUID.class)
                .list();
    }

    Optional<byte[]> staged(UUID id) {
        return jdbc.sql("select staged from register.import where id = ? and staged is not null")
                .param(id)
                .query((row, number) -> row.getBytes("staged"))
                .optional();
    }

    /** Moves the import on where its present state allows it; false when it does not. */
    boolean move(UUID id, ImportStatus to) {
        String[] from = Stream.of(ImportStatus.values())
                .filter(status -> status.next().contains(to))
                .map(Enum::name)
                .toArray(String[]::new);
        boolean ends = to.next().isEmpty() || to.isRepeatable();
        return jdbc.sql("""
                                update register.import set status = :to,
                                  ended_at = cast(:ended as timestamptz),
                                  staged = case when :over then null else staged end
                                where id = :id and status = any(:from)""")
                        .param("to", to.name())
                        .param("ended", ends ? now() : null)
                        .param("over", to.next().isEmpty())
                        .param("id", id)
                        .param("from", from)
                        .update()
                == 1;
    }

    boolean confirm(UUID id, ImportMode mode) {
        return jdbc.sql("update register.import set mode = ?, confirmed_at = ? where id = ? and status = 'UPLOADED'")
                                .params(mode.name(), now(), id)
                                .update()
                        == 1
                && move(id, ImportStatus.WAITING);
    }

    void fail(UUID id, String reference) {
        if (move(id, ImportStatus.FAILED)) {
            jdbc.sql("update register.import set failure_reference = ? where id = ?")
                    .params(reference, id)
                    .update();
        }
    }

    void begin(UUID id) {
        jdbc.sql("delete from register.import_problem where import_id = ?")
                .param(id)
                .update();
        jdbc.sql("""
                        update register.import set started_at = ?, rows_done = 0, rows_added = 0, rows_changed = 0,
                          rows_unchanged = 0, rows_refused = 0, failure_reference = null where id = ?""").params(now(), id).update();
    }

    void report(UUID id, int done, int refused, List<ImportProblem> problems, int numberOfFirst) {
        jdbc.sql("update register.import set rows_done = ?, rows_refused = ? where id = ?")
                .params(done, refused, id)
                .update();
        List<Map<String, Object>> rows = new ArrayList<>();
        for (ImportProblem problem :
                problems.subList(0, Math.clamp(MOST_PROBLEMS - numberOfFirst, 0, problems.size()))) {
            rows.add(Map.of(
                    "number", numberOfFirst + rows.size(),
                    "row_number", problem.row(),
                    "field", problem.column() == null ? "" : problem.column().name(),
                    "value", problem.value(),
                    "problem", problem.problem().name()));
        }
        jdbc.sql("""
                        insert into register.import_problem (import_id, number, row_number, field, value, problem)
                        select :id, number, row_number, nullif(field, ''), value, problem
                        from jsonb_to_recordset(cast(:rows as jsonb))
                          as r(number integer, row_number bigint, field text, value text, problem text)""")
                .param("id", id)
                .param("rows", json.writeValueAsString(rows))
                .update();
    }

    void tally(UUID id, Tally tally) {
        jdbc.sql("""
                        update register.import set rows_added = ?, rows_changed = ?, rows_unchanged = ? where id = ?""")
                .params(tally.added(), tally.changed(), tally.unchanged(), id)
                .update();
    }

    long countProblems(UUID id) {
        return jdbc.sql("select count(*) from register.import_problem where import_id = ?")
                .param(id)
                .query(Long.class)
                .single();
    }

    List<ImportProblem> problems(UUID id, Pageable page) {
        return jdbc.sql("select * from register.import_problem where import_id = ? order by number limit ? offset ?")
                .params(id, page.getPageSize(), page.getOffset())
                .query(Imports::problem)
                .list();
    }

    List<UUID> forgotten(Instant before) {
        return jdbc.sql("select id from register.import where status = 'UPLOADED' and created_at < ?")
                .param(before.atOffset(ZoneOffset.UTC))
                .query(UUID.class)
                .list();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static ImportProblem problem(ResultSet row, int number) throws SQLException {
        String field = row.getString("field");
        return new ImportProblem(
                row.getLong("row_number"),
                field == null ? null : Column.valueOf(field),
                row.getString("value"),
                Problem.valueOf(row.getString("problem")));
    }

    private static ImportView view(ResultSet row, int number) throws SQLException {
        String mode = row.getString("mode");
        return new ImportView(
                row.getObject("id", UUID.class),
                RegisterKind.valueOf(row.getString("kind")),
                ImportStatus.valueOf(row.getString("status")),
                mode == null ? null : ImportMode.valueOf(mode),
                row.getString("file_name"),
                FileEncoding.valueOf(row.getString("encoding")),
                strings(row.getArray("ignored_headings")),
                row.getInt("rows_total"),
                row.getInt("rows_done"),
                new Tally(row.getInt("rows_added"), row.getInt("rows_changed"), row.getInt("rows_unchanged")),
                row.getInt("rows_refused"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getObject("created_by", UUID.class),
                instant(row.getObject("ended_at", OffsetDateTime.class)),
                row.getString("failure_reference"));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }

    private static List<String> strings(Array array) throws SQLException {
        return List.of((String[]) array.getArray());
    }
}
