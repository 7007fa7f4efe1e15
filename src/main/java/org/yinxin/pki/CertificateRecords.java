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
            UUID keyId,
            @Nullable UUID issuerId,
            X509Certificate certificate) {
        UUID id = UUID.randomUUID();
        try {
            jdbc.sql("""
                            insert into pki.certificate (id, role, algorithm, serial, key_id, issuer_id, not_before,
                              not_after, encoded, issued_at)
                            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                    .params(id, role.name(), algorithm.name())
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
        return new Record(id, role, algorithm, keyId, issuerId, certificate);
    }

    /** The authority's own certificate of this role. */
    Optional<Record> authority(CertificateRole role, KeyAlgorithm algorithm) {
        return jdbc.sql("select * from pki.certificate where role = ? and algorithm = ? and role <> 'SEAL'")
                .params(role.name(), algorithm.name())
                .query(Record::of)
                .optional();
    }

    Optional<Record> find(UUID id) {
        return jdbc.sql("select * from pki.certificate where id = ?")
                .param(id)
                .query(Record::of)
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
            UUID keyId,
            @Nullable UUID issuerId,
            X509Certificate certificate) {

        static Record of(ResultSet row, int number) throws SQLException {
            return new Record(
                    row.getObject("id", UUID.class),
                    CertificateRole.valueOf(row.getString("role")),
                    KeyAlgorithm.valueOf(row.getString("algorithm")),
                    row.getObject("key_id", UUID.class),
                    row.getObject("issuer_id", UUID.class),
                    parse(row.getBytes("encoded")));
        }
    }

    /** One line of a revocation list; the serial number as a big-endian two's complement. */
    record Revocation(byte[] serial, RevocationReason reason, Instant at) {}

    private static X509Certificate parse(byte[] encoded) {
        try {
            return (X509Certificate) CertificateFactory.getInstance("X.509", BouncyCastle.PROVIDER)
                    .generateCertificate(new ByteArrayInputStream(encoded));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A certificate in the database cannot be read", e);
        }
    }
}
