package org.yinxin.pki;

import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows behind certificates and revocations. */
@Component
class CertificateRecords {

    private final JdbcClient jdbc;
    private final Clock clock;

    CertificateRecords(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    Record add(
            CertificateRole role,
            KeyAlgorithm algorithm,
            int generation,
            @Nullable UUID keyId,
            @Nullable UUID issuerId,
            X509Certificate certificate) {
        UUID id = UUID.randomUUID();
        try {
            jdbc.sql("""
                            insert into pki.certificate (id, role, algorithm, generation, serial, key_id, issuer_id,
                              not_before, not_after, encoded, issued_at)
                            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                    .params(id, role.name(), algorithm.name(), generation)
                    .param(certificate.getSerialNumber().toByteArray())
                    .param(keyId)
                    .param(issuerId)
                    .param(utc(certificate.getNotBefore().toInstant()))
                    .param(utc(certificate.getNotAfter().toInstant()))
                    .param(certificate.getEncoded())
                    .param(utc(clock.instant()))
                    .update();
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException("A certificate just made cannot be encoded", e);
        }
        return new Record(id, role, algorithm, generation, keyId, issuerId, certificate);
    }

    /** The newest certificate of this role; none for seals, each has its own. */
    Optional<Record> authority(CertificateRole role, KeyAlgorithm algorithm) {
        return authorities(role, algorithm).stream().findFirst();
    }

    /** All certificates of an authority's role, the newest first. */
    List<Record> authorities(CertificateRole role, KeyAlgorithm algorithm) {
        if (role == CertificateRole.SEAL) {
            return List.of();
        }
        return jdbc.sql("select * from pki.certificate where role = ? and algorithm = ? order by generation desc")
                .params(role.name(), algorithm.name())
                .query(Record::of)
                .list();
    }

    Optional<Record> authority(CertificateRole role, KeyAlgorithm algorithm, int generation) {
        return authorities(role, algorithm).stream()
                .filter(one -> one.generation() == generation)
                .findFirst();
    }

    /** Everything below the roots that is published, and who is above. */
    List<PublishedAuthority> published() {
        return jdbc.sql("""
                        select * from pki.certificate where role in ('ROOT', 'ISSUING', 'MAKER', 'TSA', 'EXTERNAL')
                        order by algorithm desc, array_position(array['EXTERNAL', 'ROOT', 'ISSUING', 'MAKER', 'TSA'], role),
                          generation desc, issued_at""").query(Record::of).list().stream()
                .map(PublishedAuthority::of)
                .toList();
    }

    int newestGeneration(CertificateRole role, KeyAlgorithm algorithm) {
        return authority(role, algorithm).map(Record::generation).orElse(0);
    }

    /** The newest certificate that answers for this issuing authority. */
    Optional<Record> responder(UUID issuing) {
        return jdbc.sql("""
                        select * from pki.certificate where role = 'OCSP' and issuer_id = ?
                        order by generation desc limit 1""").param(issuing).query(Record::of).optional();
    }

    /** Whether an authority of somebody else's certified this one. */
    boolean isBelowOthers(Record issuing) {
        return issuing.issuerId() != null
                && find(issuing.issuerId())
                        .filter(above -> above.role() == CertificateRole.EXTERNAL)
                        .isPresent();
    }

    Optional<Record> find(UUID id) {
        return jdbc.sql("select * from pki.certificate where id = ?")
                .param(id)
                .query(Record::of)
                .optional();
    }

    /** What is known of a serial number, which no two certificates of ours share. */
    Optional<Standing> standing(UUID issuerId, byte[] serial) {
        return jdbc.sql("""
                        select r.reason, r.revoked_at from pki.certificate c
                        left join pki.revocation r on r.certificate_id = c.id
                        where c.serial = ? and c.issuer_id = ?""")
                .params(serial, issuerId)
                .query((row, number) -> Standing.of(row.getString(1), row.getObject(2, OffsetDateTime.class)))
                .optional();
    }

    /** @return whether it was not revoked before */
    boolean revoke(UUID certificateId, RevocationReason reason, Instant at) {
        return jdbc.sql("""
                                insert into pki.revocation (certificate_id, reason, revoked_at) values (?, ?, ?)
                                on conflict do nothing""").params(certificateId, reason.name(), utc(at)).update() == 1;
    }

    List<Revocation> revocations(UUID issuerId) {
        return jdbc.sql("""
                        select c.serial, r.reason, r.revoked_at from pki.revocation r
                        join pki.certificate c on c.id = r.certificate_id
                        where c.issuer_id = ? order by r.revoked_at, c.serial""")
                .param(issuerId)
                .query((row, number) -> new Revocation(
                        row.getBytes("serial"),
                        RevocationReason.valueOf(row.getString("reason")),
                        row.getObject("revoked_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    /** One certificate of the authority. */
    record Record(
            UUID id,
            CertificateRole role,
            KeyAlgorithm algorithm,
            int generation,
            @Nullable UUID ownKeyId,
            @Nullable UUID issuerId,
            X509Certificate certificate) {

        /** Of our own certificates; those of others have their keys elsewhere. */
        UUID keyId() {
            return Objects.requireNonNull(ownKeyId, "The key of this certificate is somebody else's");
        }

        Instant notAfter() {
            return certificate.getNotAfter().toInstant();
        }

        static Record of(ResultSet row, int number) throws SQLException {
            return new Record(
                    row.getObject("id", UUID.class),
                    CertificateRole.valueOf(row.getString("role")),
                    KeyAlgorithm.valueOf(row.getString("algorithm")),
                    row.getInt("generation"),
                    row.getObject("key_id", UUID.class),
                    row.getObject("issuer_id", UUID.class),
                    parse(row.getBytes("encoded")));
        }
    }

    /** Whether a certificate of ours holds, and if not, why and since when. */
    record Standing(
            @Nullable RevocationReason reason, @Nullable Instant at) {

        static Standing of(@Nullable String reason, @Nullable OffsetDateTime at) {
            return new Standing(
                    reason == null ? null : RevocationReason.valueOf(reason), at == null ? null : at.toInstant());
        }
    }

    /** One line of a revocation list; the serial number as a big-endian two's complement. */
    record Revocation(byte[] serial, RevocationReason reason, Instant at) {}

    static X509Certificate parse(byte[] encoded) {
        try {
            return (X509Certificate) CertificateFactory.getInstance("X.509", BouncyCastle.PROVIDER)
                    .generateCertificate(new ByteArrayInputStream(encoded));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A certificate in the database cannot be read", e);
        }
    }
}
