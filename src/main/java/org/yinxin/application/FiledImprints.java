package org.yinxin.application;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yinxin.imprint.Imprint;
import org.yinxin.imprint.ScannedImprint;
import org.yinxin.shared.Digest;

/** The imprints made from scans that applications ask for, each under the digest that the bureaus approve. */
@Component
public class FiledImprints {

    private final JdbcClient jdbc;
    private final Clock clock;

    FiledImprints(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Transactional
    Digest keep(UUID applicationId, Imprint cleaned, byte[] original) {
        Digest digest = Digest.sha256(cleaned.png());
        jdbc.sql("""
                        insert into application.filed_imprint (application_id, sha256, png, original, stored_at)
                        values (?, ?, ?, ?, ?) on conflict do nothing""")
                .params(
                        applicationId,
                        digest.bytes(),
                        cleaned.png(),
                        original,
                        clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        return digest;
    }

    /** The cleaned imprint; its bytes are held against the digest. */
    @Transactional(readOnly = true)
    public Optional<Imprint> find(UUID applicationId, Digest digest, String enterpriseName) {
        return column("png", applicationId, digest)
                .filter(png -> Digest.sha256(png).equals(digest))
                .map(png -> ScannedImprint.kept(png, enterpriseName));
    }

    /** The picture that it was made from. */
    @Transactional(readOnly = true)
    public Optional<byte[]> original(UUID applicationId, Digest digest) {
        return column("original", applicationId, digest);
    }

    /** Drops the pictures that were never submitted, but for the one in use. */
    void dropUnused(UUID applicationId) {
        jdbc.sql("""
                        delete from application.filed_imprint f where f.application_id = :application
                        and not exists (select from application.submission s
                          where s.application_id = f.application_id and s.imprint_sha256 = f.sha256)
                        and not exists (select from application.seal_application a
                          where a.id = f.application_id and a.imprint_sha256 = f.sha256)""").param("application", applicationId).update();
    }

    private Optional<byte[]> column(String column, UUID applicationId, Digest digest) {
        return jdbc.sql("select " + column + " from application.filed_imprint where application_id = ? and sha256 = ?")
                .params(applicationId, digest.bytes())
                .query((row, number) -> row.getBytes(1))
                .optional();
    }
}
