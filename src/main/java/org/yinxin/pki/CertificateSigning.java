package org.yinxin.pki;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.UUID;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.X500Name;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yinxin.pki.CertificateRecords.Record;
import org.yinxin.site.SiteSettings;

/** Makes certificates with the authorities' keys and keeps them. */
@Component
class CertificateSigning {

    private final KeyCustody keys;
    private final CertificateRecords records;
    private final PublicationAddresses addresses;
    private final ASN1ObjectIdentifier policy;

    CertificateSigning(KeyCustody keys, CertificateRecords records, SiteSettings site, PkiSettings settings) {
        this.keys = keys;
        this.records = records;
        this.addresses = new PublicationAddresses(site.publicAddress());
        this.policy = new ASN1ObjectIdentifier(settings.certificatePolicy());
    }

    /** An authority's own certificate, which ends with its issuer's at the latest; a root has no issuer. */
    Record authority(
            CertificateRole role,
            X500Name subject,
            int generation,
            UUID keyId,
            Instant notBefore,
            Instant notAfter,
            @Nullable Record issuer) {
        Instant end = issuer == null || notAfter.isBefore(issuer.notAfter()) ? notAfter : issuer.notAfter();
        return make(role, subject, generation, keyId, notBefore, end, issuer);
    }

    Record seal(X500Name subject, UUID keyId, Instant notBefore, Instant notAfter, Record issuer) {
        if (notAfter.isAfter(issuer.notAfter())) {
            throw new IllegalArgumentException(
                    "A seal until %s outlives its issuing authority, which ends on %s: shorten yinxin.application.seal-validity"
                            .formatted(notAfter, issuer.notAfter()));
        }
        return make(CertificateRole.SEAL, subject, 1, keyId, notBefore, notAfter, issuer);
    }

    private Record make(
            CertificateRole role,
            X500Name subject,
            int generation,
            UUID keyId,
            Instant notBefore,
            Instant notAfter,
            @Nullable Record issuer) {
        KeyAlgorithm algorithm = keys.algorithm(keyId);
        CertificateProfile profile = new CertificateProfile(
                role,
                algorithm,
                subject,
                keys.publicKey(keyId),
                notBefore,
                notAfter,
                issuer == null ? null : new CertificateProfile.Issuer(issuer.certificate(), issuer.generation()));
        UUID signingKey = issuer == null ? keyId : issuer.keyId();
        X509Certificate certificate =
                profile.sign(new CustodySigner(algorithm, data -> keys.sign(signingKey, data)), addresses, policy);
        return records.add(role, algorithm, generation, keyId, issuer == null ? null : issuer.id(), certificate);
    }
}
