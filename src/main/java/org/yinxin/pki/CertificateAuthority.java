package org.yinxin.pki;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yinxin.pki.CertificateRecords.Record;

/** The built-in certificate authority: for each algorithm a root and an issuing authority below it, and their successors. */
@Component
@Transactional
public class CertificateAuthority {

    private final KeyCustody keys;
    private final CertificateRecords records;
    private final CertificateSigning signing;
    private final RevocationLists lists;

    CertificateAuthority(
            KeyCustody keys, CertificateRecords records, CertificateSigning signing, RevocationLists lists) {
        this.keys = keys;
        this.records = records;
        this.signing = signing;
        this.lists = lists;
    }

    /** A certificate for a seal's key, signed by the issuing authority of the key's algorithm. */
    public IssuedCertificate issueSealCertificate(
            SealSubject subject, UUID keyId, Instant notBefore, Instant notAfter) {
        Record issuer = authority(CertificateRole.ISSUING, keys.algorithm(keyId));
        return issued(signing.seal(CertificateNames.seal(subject), keyId, notBefore, notAfter, issuer));
    }

    /** The certificate and key that sign seal structures. */
    public IssuedCertificate maker() {
        return issued(authority(CertificateRole.MAKER, KeyAlgorithm.SM2));
    }

    /** The newest certificate of an authority's role with its chain. */
    @Transactional(readOnly = true)
    public IssuedCertificate issued(CertificateRole role, KeyAlgorithm algorithm) {
        return issued(authority(role, algorithm));
    }

    @Transactional(readOnly = true)
    public Optional<IssuedCertificate> find(UUID certificateId) {
        return records.find(certificateId).map(this::issued);
    }

    /** The issuing authority's certificate, then the root's. */
    @Transactional(readOnly = true)
    public List<X509Certificate> chain(KeyAlgorithm algorithm) {
        return issued(authority(CertificateRole.ISSUING, algorithm)).chain();
    }

    /** The newest root. */
    @Transactional(readOnly = true)
    public X509Certificate root(KeyAlgorithm algorithm) {
        return certificate(CertificateRole.ROOT, algorithm);
    }

    /** The newest certificate of an authority's role; there is none for seals, each has its own. */
    @Transactional(readOnly = true)
    public X509Certificate certificate(CertificateRole role, KeyAlgorithm algorithm) {
        return authority(role, algorithm).certificate();
    }

    /** All certificates of an authority's role that were ever in use, the newest first. */
    @Transactional(readOnly = true)
    public List<X509Certificate> certificates(CertificateRole role, KeyAlgorithm algorithm) {
        return records.authorities(role, algorithm).stream()
                .map(Record::certificate)
                .toList();
    }

    /** Every trust anchor of an algorithm: our own roots and those above authorities of ours. */
    @Transactional(readOnly = true)
    public List<X509Certificate> roots(KeyAlgorithm algorithm) {
        return Stream.of(CertificateRole.ROOT, CertificateRole.EXTERNAL)
                .flatMap(role -> records.authorities(role, algorithm).stream())
                .filter(record -> record.issuerId() == null)
                .map(Record::certificate)
                .toList();
    }

    /** Every authority between a trust anchor and the certificates of seals. */
    @Transactional(readOnly = true)
    public List<X509Certificate> intermediates(KeyAlgorithm algorithm) {
        return Stream.of(CertificateRole.ISSUING, CertificateRole.EXTERNAL)
                .flatMap(role -> records.authorities(role, algorithm).stream())
                .filter(record -> record.issuerId() != null)
                .map(Record::certificate)
                .toList();
    }

    /** All authorities as the public knows them. */
    @Transactional(readOnly = true)
    public List<PublishedAuthority> published() {
        return records.published();
    }

    /** The present revocation list of the newest issuing authority, DER. */
    public byte[] crl(KeyAlgorithm algorithm) {
        return crl(CertificateRole.ISSUING, algorithm);
    }

    /** The present revocation list of the newest root or issuing authority, DER. */
    public byte[] crl(CertificateRole role, KeyAlgorithm algorithm) {
        return lists.present(authority(role, algorithm));
    }

    /** The present revocation lists of every root and issuing authority of one algorithm, DER. */
    public List<byte[]> crls(KeyAlgorithm algorithm) {
        return Stream.of(CertificateRole.ISSUING, CertificateRole.ROOT)
                .flatMap(role -> records.authorities(role, algorithm).stream())
                .map(lists::present)
                .toList();
    }

    /** The present revocation list under the address that stands in certificates; only roots and issuing ones have any. */
    public Optional<byte[]> crl(CertificateRole role, KeyAlgorithm algorithm, int generation) {
        return records.authority(role, algorithm, generation).map(lists::present);
    }

    /** Revokes for good from this moment; a second revocation changes nothing. */
    public void revoke(UUID certificateId, RevocationReason reason, Instant at) {
        if (records.revoke(certificateId, reason, at)) {
            records.find(certificateId)
                    .map(Record::issuerId)
                    .flatMap(records::find)
                    .ifPresent(lists::renew);
        }
    }

    private Record authority(CertificateRole role, KeyAlgorithm algorithm) {
        return records.authority(role, algorithm).orElseThrow(() -> new NoSuchAuthorityException(role, algorithm));
    }

    private IssuedCertificate issued(Record leaf) {
        List<X509Certificate> chain = new ArrayList<>();
        chain.add(leaf.certificate());
        UUID issuerId = leaf.issuerId();
        while (issuerId != null) {
            Record issuer = records.find(issuerId).orElseThrow();
            chain.add(issuer.certificate());
            issuerId = issuer.issuerId();
        }
        return new IssuedCertificate(leaf.id(), leaf.keyId(), leaf.algorithm(), leaf.certificate(), List.copyOf(chain));
    }

    /** There is no authority of this role and algorithm, such as a seal maker for P-256. */
    public static class NoSuchAuthorityException extends RuntimeException {

        NoSuchAuthorityException(CertificateRole role, @Nullable KeyAlgorithm algorithm) {
            super("There is no " + role + " authority for " + algorithm);
        }
    }
}
