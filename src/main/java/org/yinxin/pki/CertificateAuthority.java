package org.yinxin.pki;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The built-in certificate authority: for each algorithm a root and an issuing authority below it. */
@Component
@Transactional
public class CertificateAuthority {

    private final CertificateRecords records;
    private final CertificateSigning signing;
    private final RevocationLists lists;

    CertificateAuthority(CertificateRecords records, CertificateSigning signing, RevocationLists lists) {
        this.records = records;
        this.signing = signing;
        this.lists = lists;
    }

    /** A certificate for a seal's key, signed by the issuing authority of the key's algorithm. */
    public IssuedCertificate issueSealCertificate(
            SealSubject subject, UUID keyId, Instant notBefore, Instant notAfter) {
        return issued(signing.issue(
                CertificateRole.SEAL, CertificateNames.seal(subject), keyId, notBefore, notAfter, this::authority));
    }

    /** The certificate and key that sign seal structures. */
    public IssuedCertificate maker() {
        return issued(authority(CertificateRole.MAKER, KeyAlgorithm.SM2));
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

    @Transactional(readOnly = true)
    public X509Certificate root(KeyAlgorithm algorithm) {
        return certificate(CertificateRole.ROOT, algorithm);
    }

    /** The authority's own certificate of a role; there is none for seals, each has its own. */
    @Transactional(readOnly = true)
    public X509Certificate certificate(CertificateRole role, KeyAlgorithm algorithm) {
        return authority(role, algorithm).certificate();
    }

    /** The present revocation list of the issuing authority, DER. */
    public byte[] crl(KeyAlgorithm algorithm) {
        return crl(CertificateRole.ISSUING, algorithm);
    }

    /** The present revocation list of a root or an issuing authority, DER. */
    public byte[] crl(CertificateRole role, KeyAlgorithm algorithm) {
        return lists.present(authority(role, algorithm));
    }

    /** Revokes for good from this moment; a second revocation changes nothing. */
    public void revoke(UUID certificateId, RevocationReason reason, Instant at) {
        if (records.revoke(certificateId, reason, at)) {
            records.find(certificateId)
                    .map(CertificateRecords.Record::issuerId)
                    .flatMap(records::find)
                    .ifPresent(lists::renew);
        }
    }

    private CertificateRecords.Record authority(CertificateRole role, KeyAlgorithm algorithm) {
        return records.authority(role, algorithm).orElseThrow(() -> new NoSuchAuthorityException(role, algorithm));
    }

    private IssuedCertificate issued(CertificateRecords.Record leaf) {
        List<X509Certificate> chain = new ArrayList<>();
        chain.add(leaf.certificate());
        UUID issuerId = leaf.issuerId();
        while (issuerId != null) {
            CertificateRecords.Record issuer = records.find(issuerId).orElseThrow();
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
