package org.yinxin.pki;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.Optional;
import java.util.UUID;
import org.bouncycastle.asn1.x509.CRLNumber;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.cert.X509v2CRLBuilder;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v2CRLBuilder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yinxin.pki.CertificateRecords.Record;
import org.yinxin.pki.CertificateRecords.Revocation;

/** Revocation lists (RFC 5280, 5), numbered without gaps; made anew after each revocation and at half of their life. */
@Component
@Transactional
class RevocationLists {

    private static final Duration ROOT_VALIDITY = Duration.ofDays(180);

    private final JdbcClient jdbc;
    private final CertificateRecords records;
    private final KeyCustody keys;
    private final Clock clock;
    private final Duration validity;

    RevocationLists(JdbcClient jdbc, CertificateRecords records, KeyCustody keys, Clock clock, PkiSettings settings) {
        this.jdbc = jdbc;
        this.records = records;
        this.keys = keys;
        this.clock = clock;
        this.validity = settings.crlValidity();
    }

    byte[] present(Record authority) {
        return fresh(authority).orElseGet(() -> {
            lock(authority);
            // Another reader may have made it while this one waited.
            return fresh(authority).orElseGet(() -> make(authority));
        });
    }

    void renew(Record authority) {
        lock(authority);
        make(authority);
    }

    private Optional<byte[]> fresh(Record authority) {
        return newest(authority.id())
                .filter(list -> list.isFresh(clock.instant()))
                .map(List::encoded);
    }

    /** One writer per authority: numbers must not repeat. */
    private void lock(Record authority) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(?, 0))")
                .param("pki.crl " + authority.id())
                .query((row, number) -> true)
                .single();
    }

    private byte[] make(Record authority) {
        long number = newest(authority.id()).map(List::number).orElse(0L) + 1;
        Instant from = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        Instant to = from.plus(authority.role() == CertificateRole.ROOT ? ROOT_VALIDITY : validity);
        byte[] encoded = encode(authority, number, from, to);
        jdbc.sql("insert into pki.crl (issuer_id, number, this_update, next_update, encoded) values (?, ?, ?, ?, ?)")
                .params(authority.id(), number, CertificateRecords.utc(from), CertificateRecords.utc(to), encoded)
                .update();
        return encoded;
    }

    private byte[] encode(Record authority, long number, Instant from, Instant to) {
        try {
            X509v2CRLBuilder builder = new JcaX509v2CRLBuilder(authority.certificate(), Date.from(from));
            builder.setNextUpdate(Date.from(to));
            for (Revocation revocation : records.revocations(authority.id())) {
                builder.addCRLEntry(
                        new BigInteger(revocation.serial()),
                        Date.from(revocation.at()),
                        revocation.reason().code());
            }
            builder.addExtension(Extension.cRLNumber, false, new CRLNumber(BigInteger.valueOf(number)));
            builder.addExtension(
                    Extension.authorityKeyIdentifier,
                    false,
                    new JcaX509ExtensionUtils()
                            .createAuthorityKeyIdentifier(
                                    authority.certificate().getPublicKey()));
            CustodySigner signer = new CustodySigner(authority.algorithm(), data -> keys.sign(authority.keyId(), data));
            return builder.build(signer).getEncoded();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("No key identifier could be made", e);
        }
    }

    private Optional<List> newest(UUID authority) {
        return jdbc.sql("select * from pki.crl where issuer_id = ? order by number desc limit 1")
                .param(authority)
                .query(List::of)
                .optional();
    }

    private record List(long number, Instant from, Instant to, byte[] encoded) {

        static List of(ResultSet row, int number) throws SQLException {
            return new List(
                    row.getLong("number"),
                    row.getObject("this_update", OffsetDateTime.class).toInstant(),
                    row.getObject("next_update", OffsetDateTime.class).toInstant(),
                    row.getBytes("encoded"));
        }

        boolean isFresh(Instant now) {
            return now.isBefore(from.plus(Duration.between(from, to).dividedBy(2)));
        }
    }
}
