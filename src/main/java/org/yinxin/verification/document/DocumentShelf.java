package org.yinxin.verification.document;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Where documents lie while their result can be looked at. */
@Component
class DocumentShelf {

    /** More than this is not kept at once; who comes then gets an answer without pages. */
    private static final long ROOM = 4_000_000_000L;

    private final JdbcClient jdbc;

    DocumentShelf(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    boolean hasRoom(int bytes) {
        long used = jdbc.sql("select coalesce(sum(octet_length(file)), 0) from verification.checked_document")
                .query(Long.class)
                .single();
        return used + bytes <= ROOM;
    }

    UUID put(byte[] file, Instant now, Instant expires) {
        UUID id = UUID.randomUUID();
        jdbc.sql("insert into verification.checked_document (id, file, handed_in_at, expires_at) values (?, ?, ?, ?)")
                .params(id, file, Timestamp.from(now), Timestamp.from(expires))
                .update();
        return id;
    }

    Optional<byte[]> find(UUID id, Instant now) {
        return jdbc.sql("select file from verification.checked_document where id = ? and expires_at > ?")
                .params(id, Timestamp.from(now))
                .query(byte[].class)
                .optional();
    }

    boolean has(UUID id, Instant now) {
        return jdbc.sql("select exists (select from verification.checked_document where id = ? and expires_at > ?)")
                .params(id, Timestamp.from(now))
                .query(Boolean.class)
                .single();
    }

    void remove(UUID id) {
        jdbc.sql("delete from verification.checked_document where id = ?")
                .param(id)
                .update();
    }

    int clear(Instant now) {
        return jdbc.sql("delete from verification.checked_document where expires_at <= ?")
                .param(Timestamp.from(now))
                .update();
    }
}
