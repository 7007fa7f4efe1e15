package org.yinxin.verification.document;

import java.security.GeneralSecurityException;
import java.security.cert.X509CRL;
import java.security.cert.X509CRLEntry;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x500.style.IETFUtils;
import org.jspecify.annotations.Nullable;
import org.yinxin.pki.BouncyCastle;
import org.yinxin.verification.Check;
import org.yinxin.verification.CheckCode;

/**
 * Builds the path from a signer to one of our roots (RFC 5280, 6) and judges validity and revocation at the moment of
 * use, not now: a seal that was good when used stays good when used.
 */
final class CertificateCheck {

    private final Trust trust;
    private final Map<X509Certificate, List<X509Certificate>> paths = new HashMap<>();

    CertificateCheck(Trust trust) {
        this.trust = trust;
    }

    /**
     * @param embedded certificates that came along and may be used, but prove nothing
     * @param used the moment at which the certificate must have been good
     */
    CertificateFinding check(@Nullable X509Certificate signer, List<X509Certificate> embedded, @Nullable Instant used) {
        if (signer == null) {
            return new CertificateFinding(false, null, null, untrusted("no-certificate"));
        }
        String owner = name(signer, BCStyle.CN);
        List<X509Certificate> path = paths.computeIfAbsent(signer, leaf -> pathToRoot(leaf, embedded));
        if (path.isEmpty()) {
            String issuer = Optional.ofNullable(issuerName(signer)).orElse("?");
            return new CertificateFinding(false, null, owner, untrusted("issuer-unknown", issuer));
        }
        List<Check> checks = new ArrayList<>();
        checks.add(Check.passed(CheckCode.ISSUER_TRUSTED, String.valueOf(issuerName(signer))));
        checks.add(validity(path, used));
        checks.add(revocation(path, used));
        return new CertificateFinding(true, name(signer, BCStyle.SERIALNUMBER), owner, checks);
    }

    private static List<Check> untrusted(String reason, Object... values) {
        return List.of(
                Check.indeterminate(CheckCode.ISSUER_TRUSTED, reason, values),
                Check.skipped(CheckCode.CERTIFICATE_VALID_WHEN_USED),
                Check.skipped(CheckCode.NOT_REVOKED_WHEN_USED));
    }

    /** The signer, then up to but without the root; empty when none of our roots stands at the end. */
    private List<X509Certificate> pathToRoot(X509Certificate signer, List<X509Certificate> embedded) {
        List<X509Certificate> known = new ArrayList<>(trust.issuing());
        known.addAll(embedded);
        List<X509Certificate> path = new ArrayList<>();
        X509Certificate at = signer;
        while (at != null && path.size() < 6) {
            path.add(at);
            if (!issuers(trust.roots(), at).isEmpty() && ProvenPaths.isSound(path, trust.roots())) {
                return path;
            }
            at = issuers(known, at).stream()
                    .filter(candidate -> !path.contains(candidate))
                    .findFirst()
                    .orElse(null);
        }
        return List.of();
    }

    /** Those who may have issued it; one of that name alone is not asked, as the whole path is verified in the end. */
    private static List<X509Certificate> issuers(List<X509Certificate> candidates, X509Certificate certificate) {
        List<X509Certificate> named = candidates.stream()
                .filter(candidate -> candidate.getSubjectX500Principal().equals(certificate.getIssuerX500Principal()))
                .distinct()
                .toList();
        return named.size() < 2
                ? named
                : named.stream()
                        .filter(issuer -> hasSigned(issuer, certificate))
                        .toList();
    }

    private static boolean hasSigned(X509Certificate issuer, X509Certificate certificate) {
        try {
            certificate.verify(issuer.getPublicKey(), BouncyCastle.PROVIDER);
            return true;
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private static Check validity(List<X509Certificate> path, @Nullable Instant used) {
        X509Certificate signer = path.getFirst();
        Instant from = signer.getNotBefore().toInstant();
        Instant until = signer.getNotAfter().toInstant();
        if (used == null) {
            return Check.indeterminate(CheckCode.CERTIFICATE_VALID_WHEN_USED, "time-unknown", from, until);
        }
        for (X509Certificate certificate : path) {
            Date moment = Date.from(used);
            if (moment.before(certificate.getNotBefore()) || moment.after(certificate.getNotAfter())) {
                return Check.failed(CheckCode.CERTIFICATE_VALID_WHEN_USED, "outside", from, until, used);
            }
        }
        return Check.passed(CheckCode.CERTIFICATE_VALID_WHEN_USED, from, until);
    }

    private Check revocation(List<X509Certificate> path, @Nullable Instant used) {
        for (X509Certificate certificate : path) {
            Optional<X509CRL> list = trust.revocations().stream()
                    .filter(crl -> crl.getIssuerX500Principal().equals(certificate.getIssuerX500Principal()))
                    .filter(this::isOurs)
                    .findFirst();
            if (list.isEmpty()) {
                return Check.indeterminate(CheckCode.NOT_REVOKED_WHEN_USED, "no-list");
            }
            X509CRLEntry entry = list.get().getRevokedCertificate(certificate);
            if (entry == null) {
                continue;
            }
            Instant revoked = entry.getRevocationDate().toInstant();
            if (used == null || !used.isBefore(revoked)) {
                return Check.failed(CheckCode.NOT_REVOKED_WHEN_USED, "revoked", revoked);
            }
            return Check.passedBecause(CheckCode.NOT_REVOKED_WHEN_USED, "revoked-later", revoked);
        }
        return Check.passed(CheckCode.NOT_REVOKED_WHEN_USED);
    }

    private boolean isOurs(X509CRL list) {
        return Stream.concat(trust.issuing().stream(), trust.roots().stream())
                .filter(issuer -> issuer.getSubjectX500Principal().equals(list.getIssuerX500Principal()))
                .anyMatch(issuer -> ProvenLists.isSigned(list, issuer));
    }

    /** The name that a certificate gives its holder, which proves nothing by itself. */
    static String holder(@Nullable X509Certificate certificate) {
        String name = certificate == null ? null : name(certificate, BCStyle.CN);
        return name == null ? "?" : name;
    }

    private static @Nullable String issuerName(X509Certificate certificate) {
        return name(X500Name.getInstance(certificate.getIssuerX500Principal().getEncoded()), BCStyle.CN);
    }

    private static @Nullable String name(X509Certificate certificate, ASN1ObjectIdentifier type) {
        return name(X500Name.getInstance(certificate.getSubjectX500Principal().getEncoded()), type);
    }

    private static @Nullable String name(X500Name name, ASN1ObjectIdentifier type) {
        RDN[] found = name.getRDNs(type);
        return found.length == 0
                ? null
                : IETFUtils.valueToString(found[0].getFirst().getValue());
    }
}
