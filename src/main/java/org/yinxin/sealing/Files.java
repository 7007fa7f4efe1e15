package org.yinxin.sealing;

import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

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

    void deleteSealed(UUID use) {
        jdbc.sql("delete from sealing.sealed_document where use_id = ?")
                .param(use)
                .update();
    }
}
