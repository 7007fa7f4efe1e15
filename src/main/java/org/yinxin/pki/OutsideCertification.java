package org.yinxin.pki;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.cert.X509Certificate;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.ExtensionsGenerator;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.pkcs.PKCS10CertificationRequest;
import org.bouncycastle.pkcs.PKCS10CertificationRequestBuilder;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yinxin.pki.CertificateRecords.Record;

/**
 * Lets an authority outside certify our issuing authorities: a key is drawn, its request (PKCS #10) exported, and what
 * comes back makes the newest issuing authority. Until then the present one goes on.
 */
@Service
@Transactional
public class OutsideCertification {

    private final JdbcClient jdbc;
    private final KeyCustody keys;
    private final CertificateRecords records;
    private final AuthoritySetup setup;
    private final PkiSettings settings;
    private final Clock clock;

    OutsideCertification(
            JdbcClient jdbc,
            KeyCustody keys,
            CertificateRecords records,
            AuthoritySetup setup,
            PkiSettings settings,
            Clock clock) {
        this.jdbc = jdbc;
        this.keys = keys;
        this.records = records;
        this.setup = setup;
        this.settings = settings;
        this.clock = clock;
    }

    /** All requests ever made, the newest first. */
    @Transactional(readOnly = true)
    public List<CertificateRequest> requests() {
        return jdbc.sql("""
                        select r.*, c.id is not null as answered from pki.certificate_request r
                        left join pki.certificate c on c.key_id = r.key_id order by r.requested_at desc, r.id""").query(OutsideCertification::of).list();
    }

    @Transactional(readOnly = true)
    public Optional<CertificateRequest> find(UUID id) {
        return requests().stream().filter(one -> one.id().equals(id)).findFirst();
    }

    /** Draws a key and asks for its certificate; one request of an algorithm waits at a time. */
    public UUID request(KeyAlgorithm algorithm, UUID administrator) {
        setup.lock();
        Optional<CertificateRequest> waiting = requests().stream()
                .filter(one -> one.algorithm() == algorithm && !one.answered())
                .findFirst();
        if (waiting.isPresent()) {
            return waiting.get().id();
        }
        UUID keyId = keys.generate(algorithm);
        int generation = records.newestGeneration(CertificateRole.ISSUING, algorithm) + 1;
        X500Name subject =
                CertificateNames.authority(settings.organisation(), CertificateRole.ISSUING, algorithm, generation);
        UUID id = UUID.randomUUID();
        jdbc.sql("""
                        insert into pki.certificate_request (id, algorithm, key_id, encoded, requested_by, requested_at)
                        values (?, ?, ?, ?, ?, ?)""")
                .params(id, algorithm.name(), keyId, encode(algorithm, keyId, subject), administrator)
                .param(CertificateRecords.utc(clock.instant()))
                .update();
        return id;
    }

    private byte[] encode(KeyAlgorithm algorithm, UUID keyId, X500Name subject) {
        try {
            ExtensionsGenerator wanted = new ExtensionsGenerator();
            wanted.addExtension(Extension.basicConstraints, true, new BasicConstraints(0));
            wanted.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
            PKCS10CertificationRequestBuilder builder = new PKCS10CertificationRequestBuilder(
                    subject,
                    SubjectPublicKeyInfo.getInstance(keys.publicKey(keyId).getEncoded()));
            builder.addAttribute(PKCSObjectIdentifiers.pkcs_9_at_extensionRequest, wanted.generate());
            return builder.build(new CustodySigner(algorithm, data -> keys.sign(keyId, data)))
                    .toASN1Structure()
                    .getEncoded(ASN1Encoding.DER);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Takes in the certificate with everything above it, PEM or PKCS #7.
     *
     * @return the new issuing authority
     */
    @Transactional(rollbackFor = ImportRefusedException.class)
    public PublishedAuthority accept(UUID requestId, byte[] file) throws ImportRefusedException {
        setup.lock();
        UUID keyId = jdbc.sql("select key_id from pki.certificate_request where id = ?")
                .param(requestId)
                .query(UUID.class)
                .single();
        CertificateRequest request = find(requestId).orElseThrow();
        KeyAlgorithm algorithm = request.algorithm();
        if (request.answered()) {
            return records.published().stream()
                    .filter(one -> one.role() == CertificateRole.ISSUING && one.algorithm() == algorithm)
                    .findFirst()
                    .orElseThrow();
        }
        ImportedChain chain =
                ImportedChain.check(file, keys.publicKey(keyId), subject(request.encoded()), clock.instant());
        UUID above = keepAbove(algorithm, chain.certificates());
        int generation = records.newestGeneration(CertificateRole.ISSUING, algorithm) + 1;
        Record made = records.add(
                CertificateRole.ISSUING,
                algorithm,
                generation,
                keyId,
                above,
                chain.certificates().getFirst());
        setup.renew(clock.instant());
        return PublishedAuthority.of(made);
    }

    /** Keeps what is above ours, from the root downwards, each once. */
    private @Nullable UUID keepAbove(KeyAlgorithm algorithm, List<X509Certificate> chain) {
        UUID above = null;
        for (X509Certificate each : chain.subList(1, chain.size()).reversed()) {
            UUID issuer = above;
            above = records.authorities(CertificateRole.EXTERNAL, algorithm).stream()
                    .filter(one -> one.certificate().equals(each))
                    .map(Record::id)
                    .findFirst()
                    .orElseGet(() -> records.add(
                                    CertificateRole.EXTERNAL,
                                    algorithm,
                                    records.newestGeneration(CertificateRole.EXTERNAL, algorithm) + 1,
                                    null,
                                    issuer,
                                    each)
                            .id());
        }
        return above;
    }

    private static CertificateRequest of(ResultSet row, int number) throws SQLException {
        byte[] encoded = row.getBytes("encoded");
        return new CertificateRequest(
                row.getObject("id", UUID.class),
                KeyAlgorithm.valueOf(row.getString("algorithm")),
                subject(encoded).toString(),
                encoded,
                row.getObject("requested_at", OffsetDateTime.class).toInstant(),
                row.getBoolean("answered"));
    }

    private static X500Name subject(byte[] encoded) {
        try {
            return new PKCS10CertificationRequest(encoded).getSubject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
