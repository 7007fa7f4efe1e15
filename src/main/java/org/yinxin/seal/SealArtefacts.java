package org.yinxin.seal;

import java.time.Instant;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yinxin.imprint.Imprint;

/** The files made at a seal's issue, kept beside its row so that lists need not carry them. */
@Component
class SealArtefacts {

    private final JdbcClient jdbc;

    SealArtefacts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void keep(UUID sealId, MadeSeal made) {
        jdbc.sql("insert into seal.artefact (seal_id, imprint_svg, imprint_png, seal_file) values (?, ?, ?, ?)")
                .params(sealId, made.imprint().svg(), made.imprint().png(), made.sealFile())
                .update();
    }

    Imprint imprint(Seal seal) {
        SealView view = seal.view(Instant.EPOCH);
        return new Imprint(imprintSvg(seal.id()), imprintPng(seal.id()), view.widthMm(), view.heightMm());
    }

    String imprintSvg(UUID sealId) {
        return jdbc.sql("select imprint_svg from seal.artefact where seal_id = ?")
                .param(sealId)
                .query(String.class)
                .single();
    }

    byte[] imprintPng(UUID sealId) {
        return bytes("imprint_png", sealId);
    }

    byte[] sealFile(UUID sealId) {
        return bytes("seal_file", sealId);
    }

    private byte[] bytes(String column, UUID sealId) {
        return jdbc.sql("select " + column + " from seal.artefact where seal_id = ?")
                .param(sealId)
                .query((row, number) -> row.getBytes(1))
                .single();
    }
}
