package org.yinxin.sealing;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yinxin.sealing.pdf.PadesLevel;

/** The bytes of uploads and sealed documents, apart from the rows that lists read. */
@Component
class Files {

    private final JdbcClient jdbc;

    Files(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void storeUpload(UUID draft, byte[] file) {
        jdbc.sql("insert into sealing.upload (draft_id, file) values (?, ?)")
                .params(draft, file)
                .update();
    }

    Optional<byte[]> upload(UUID draft) {
        return jdbc.sql("select file from sealing.upload where draft_id = ?")
                .param(draft)
                .query(byte[].class)
                .optional();
    }

    void storeSealed(UUID use, byte[] file) {
        jdbc.sql("insert into sealing.sealed_document (use_id, file) values (?, ?)")
                .params(use, file)
                .update();
    }

    Optional<byte[]> sealed(UUID use) {
        return jdbc.sql("select file from sealing.sealed_document where use_id = ?")
                .param(use)
                .query(byte[].class)
                .optional();
    }

    /** The sealed document with all that was appended to raise its level. */
    Optional<byte[]> newest(UUID use) {
        return jdbc.sql("""
                        select file from (
                          select file, 'B' as level from sealing.sealed_document where use_id = :use
                          union all
                          select file, level from sealing.extended_document where use_id = :use) as version
                        order by array_position(array['B', 'T', 'LT', 'LTA'], level) desc limit 1""").param("use", use).query(byte[].class).optional();
    }

    /** The highest level that was reached later; empty when the document is as it was sealed. */
    Optional<PadesLevel> raisedTo(UUID use) {
        return jdbc
                .sql("select level from sealing.extended_document where use_id = ?")
                .param(use)
                .query(PadesLevel.class)
                .stream()
                .max(Comparator.naturalOrder());
    }

    void storeExtended(UUID use, PadesLevel level, byte[] file, Instant now) {
        jdbc.sql("insert into sealing.extended_document (use_id, level, file, extended_at) values (?, ?, ?, ?)")
                .params(use, level.name(), file, Timestamp.from(now))
                .update();
    }

    void deleteSealed(UUID use) {
        jdbc.sql("delete from sealing.sealed_document where use_id = ?")
                .param(use)
                .update();
    }
}
