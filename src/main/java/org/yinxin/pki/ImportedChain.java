package org.yinxin.pki;

import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.x500.X500Name;

/**
 * Certificates that came from outside, in PEM or as one PKCS #7 or DER file, put in order and checked: ours first, a root
 * last (RFC 5280, 6.1).
 */
record ImportedChain(List<X509Certificate> certificates) {

    private static final int MOST = 10;
    private static final Period LEFT = Period.ofYears(4);
    private static final int SIGNS_CERTIFICATES = 5;
    private static final int SIGNS_LISTS = 6;

    static ImportedChain check(byte[] file, PublicKey key, X500Name subject, Instant now)
            throws ImportRefusedException {
        List<X509Certificate> found = read(file);
        X509Certificate ours = found.stream()
                .filter(one -> Arrays.equals(one.getPublicKey().getEncoded(), key.getEncoded()))
                .findFirst()
                .orElseThrow(() -> new ImportRefusedException(ImportRefusal.OTHER_KEY));
        if (!CertificateProfile.name(ours).equals(subject)) {
            throw new ImportRefusedException(ImportRefusal.OTHER_SUBJECT);
        }
        List<X509Certificate> chain = chain(ours, found);
        for (X509Certificate each : chain) {
            checkAuthority(each, now);
        }
        Instant needed = now.atOffset(ZoneOffset.UTC).plus(LEFT).toInstant();
        if (ours.getNotAfter().toInstant().isBefore(needed)) {
            throw new ImportRefusedException(ImportRefusal.ENDS_TOO_SOON);
        }
        return new ImportedChain(chain);
    }

    private static List<X509Certificate> read(byte[] file) throws ImportRefusedException {
        try {
            List<X509Certificate> found = CertificateFactory.getInstance("X.509", BouncyCastle.PROVIDER)
                    .generateCertificates(new ByteArrayInputStream(file))
                    .stream()
                    .map(X509Certificate.class::cast)
                    .toList();
            if (!found.isEmpty() && found.size() <= MOST) {
                return found;
            }
        } catch (GeneralSecurityException | RuntimeException e) {
            // Whatever is wrong with it, it holds no certificates that could be read.
            throw new ImportRefusedException(ImportRefusal.NO_CERTIFICATES);
        }
        throw new ImportRefusedException(ImportRefusal.NO_CERTIFICATES);
    }

    private static List<X509Certificate> chain(X509Certificate ours, List<X509Certificate> found)
            throws ImportRefusedException {
        List<X509Certificate> chain = new ArrayList<>(List.of(ours));
        while (!signed(chain.getLast(), chain.getLast())) {
            X509Certificate below = chain.getLast();
            X509Certificate above = found.stream()
                    .filter(one -> !chain.contains(one) && signed(one, below))
                    .findFirst()
                    .orElseThrow(() -> new ImportRefusedException(ImportRefusal.BROKEN_CHAIN));
            chain.add(above);
        }
        // Our own key signing itself proves nothing.
        if (chain.size() == 1) {
            throw new ImportRefusedException(ImportRefusal.BROKEN_CHAIN);
        }
        return List.copyOf(chain);
    }

    private static void checkAuthority(X509Certificate certificate, Instant now) throws ImportRefusedException {
        Date at = Date.from(now);
        if (at.before(certificate.getNotBefore()) || at.after(certificate.getNotAfter())) {
            throw new ImportRefusedException(ImportRefusal.NOT_VALID_NOW);
        }
        boolean[] usage = certificate.getKeyUsage();
        boolean signs = usage == null || usage[SIGNS_CERTIFICATES] && usage[SIGNS_LISTS];
        if (certificate.getBasicConstraints() < 0 || !signs) {
            throw new ImportRefusedException(ImportRefusal.NO_AUTHORITY);
        }
    }

    private static boolean signed(X509Certificate above, X509Certificate below) {
        if (!above.getSubjectX500Principal().equals(below.getIssuerX500Principal())) {
            return false;
        }
        try {
            below.verify(above.getPublicKey(), BouncyCastle.PROVIDER);
            return true;
        } catch (GeneralSecurityException e) {
            return false;
        }
    }
}
