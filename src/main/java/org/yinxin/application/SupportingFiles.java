package org.yinxin.application;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yinxin.shared.Digest;

/** Where supporting files are kept: in the database, behind these few methods that an object store could offer too. */
@Component
class SupportingFiles {

    private static final String FACTS = "id, application_id, name, media_type, size, pages, sha256, stored_at";

    private final JdbcClient jdbc;
    private final Clock clock;

    SupportingFiles(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    SupportingFile store(UUID applicationId, String name, FileCheck.Accepted facts, byte[] content) {
        SupportingFile file = new SupportingFile(
                UUID.randomUUID(),
                applicationId,
                name,
                facts.type(),
                content.length,
                facts.pages(),
                Digest.sha256(content),
                clock.instant());
        jdbc.sql("insert into application.supporting_file (" + FACTS + ", content) values (?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        file.id(),
                        applicationId,
                        name,
                        file.type().mediaType(),
                        file.size(),
                        file.pages(),
                        file.sha256().bytes(),
                        Timestamp.from(file.storedAt()),
                        content)
                .update();
        return file;
    }

    Optional<SupportingFile> find(UUID applicationId, UUID id) {
        return jdbc.sql("select " + FACTS + " from application.supporting_file where id = ? and application_id = ?")
                .params(id, applicationId)
                .query(SupportingFiles::file)
                .optional();
    }

    byte[] content(UUID id) {
        return jdbc.sql("select content from application.supporting_file where id = ?")
                .param(id)
                .query((row, number) -> row.getBytes("content"))
                .single();
    }

    /** Drops the application's files that were never submitted, but for the one in use. */
    void dropUnused(UUID applicationId) {
        jdbc.sql("""
                        delete from application.supporting_file f where f.application_id = :application
                        and not exists (select from application.submission s where s.file_id = f.id)
                        and not exists (select from application.seal_application a where a.file_id = f.id)""").param("application", applicationId).update();
    }

    private static SupportingFile file(ResultSet row, int number) throws SQLException {
        Instant storedAt = row.getTimestamp("stored_at").toInstant();
        return new SupportingFile(
                row.getObject("id", UUID.class),
                row.getObject("application_id", UUID.class),
                row.getString("name"),
                FileType.of(row.getString("media_type")),
                row.getInt("size"),
                row.getInt("pages"),
                Digest.of(row.getBytes("sha256")),
                storedAt);
    }
}
