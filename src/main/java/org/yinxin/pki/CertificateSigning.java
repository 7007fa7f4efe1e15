package org.yinxin.pki;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.UUID;
import java.util.function.BiFunction;
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

    CertificateSigning(KeyCustody keys, CertificateRecords records, SiteSettings site) {
        this.keys = keys;
        this.records = records;
        this.addresses = new PublicationAddresses(site.publicAddress());
    }

    Record selfSign(KeyAlgorithm algorithm, X500Name subject, Instant notBefore, Instant notAfter) {
        return make(CertificateRole.ROOT, subject, keys.generate(algorithm), notBefore, notAfter, null);
    }

    /** Signed by the authority above: a root for issuing authorities, an issuing authority for all others. */
    Record issue(
            CertificateRole role,
            X500Name subject,
            UUID keyId,
            Instant notBefore,
            Instant notAfter,
            BiFunction<CertificateRole, KeyAlgorithm, Record> authorities) {
        CertificateRole above = role == CertificateRole.ISSUING ? CertificateRole.ROOT : CertificateRole.ISSUING;
        return make(role, subject, keyId, notBefore, notAfter, authorities.apply(above, keys.algorithm(keyId)));
    }

    private Record make(
            CertificateRole role,
            X500Name subject,
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
                issuer == null ? null : issuer.certificate());
        UUID signingKey = issuer == null ? keyId : issuer.keyId();
        X509Certificate certificate =
                profile.sign(new CustodySigner(algorithm, data -> keys.sign(signingKey, data)), addresses);
        return records.add(role, algorithm, keyId, issuer == null ? null : issuer.id(), certificate);
    }
}
