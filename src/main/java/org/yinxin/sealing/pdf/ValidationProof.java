package org.yinxin.sealing.pdf;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.asn1.ocsp.OCSPObjectIdentifiers;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.ocsp.BasicOCSPResp;
import org.bouncycastle.cert.ocsp.OCSPException;
import org.bouncycastle.cert.ocsp.OCSPResp;
import org.yinxin.pki.BouncyCastle;

/**
 * Gathers what it takes to check signatures and time stamps when their authorities are gone (ETSI EN 319 142-1, 5.4.2):
 * every certificate from each signer to its root, and proof that none of them was revoked.
 */
final class ValidationProof {

    private static final int LONGEST_CHAIN = 10;

    private final RevocationSource source;
    private final Set<X509Certificate> certificates = new LinkedHashSet<>();
    private final Map<X509Certificate, RevocationSource.Proof> proofs = new LinkedHashMap<>();
    private boolean complete = true;

    ValidationProof(RevocationSource source) {
        this.source = source;
    }

    /** @param needed whether the proof is incomplete without this signature's */
    void add(SignedMessage message, boolean needed) {
        List<X509Certificate> known = new ArrayList<>(message.certificates());
        known.addAll(source.issuers());
        boolean whole = message.signer()
                .map(signer -> follow(signer, known, LONGEST_CHAIN))
                .orElse(false);
        complete &= whole || !needed;
        message.timeStamps().forEach(stamp -> add(stamp, needed));
    }

    /** Whether nothing is missing. */
    boolean complete() {
        return complete;
    }

    List<byte[]> certificates() {
        return certificates.stream().map(ValidationProof::encoded).toList();
    }

    List<byte[]> proofs(RevocationSource.Proof.Kind kind) {
        return proofs.values().stream()
                .filter(proof -> proof.kind() == kind)
                .map(RevocationSource.Proof::encoded)
                .toList();
    }

    private boolean follow(X509Certificate certificate, List<X509Certificate> known, int longest) {
        certificates.add(certificate);
        if (isIssuedBy(certificate, certificate)) {
            return true;
        }
        Optional<X509Certificate> issuer =
                known.stream().filter(one -> isIssuedBy(certificate, one)).findFirst();
        if (issuer.isEmpty() || longest == 0) {
            return false;
        }
        return prove(certificate, issuer.get(), known, longest) & follow(issuer.get(), known, longest - 1);
    }

    private boolean prove(
            X509Certificate certificate, X509Certificate issuer, List<X509Certificate> known, int longest) {
        if (proofs.containsKey(certificate)) {
            return true;
        }
        Optional<RevocationSource.Proof> proof = source.proof(certificate, issuer);
        if (proof.isEmpty()) {
            return false;
        }
        proofs.put(certificate, proof.get());
        return proof.get().kind() == RevocationSource.Proof.Kind.CRL
                || responders(proof.get().encoded()).stream()
                        .allMatch(responder -> isExempt(responder) || follow(responder, known, longest - 1));
    }

    private static boolean isExempt(X509Certificate responder) {
        return responder.getExtensionValue(OCSPObjectIdentifiers.id_pkix_ocsp_nocheck.getId()) != null;
    }

    private static List<X509Certificate> responders(byte[] answer) {
        try {
            List<X509Certificate> responders = new ArrayList<>();
            if (new OCSPResp(answer).getResponseObject() instanceof BasicOCSPResp basic) {
                for (X509CertificateHolder holder : basic.getCerts()) {
                    responders.add(SignedMessage.certificate(holder));
                }
            }
            return responders;
        } catch (IOException | OCSPException | GeneralSecurityException e) {
            throw new IllegalStateException("An OCSP answer that was handed in cannot be read", e);
        }
    }

    private static boolean isIssuedBy(X509Certificate certificate, X509Certificate issuer) {
        try {
            if (!certificate.getIssuerX500Principal().equals(issuer.getSubjectX500Principal())) {
                return false;
            }
            certificate.verify(issuer.getPublicKey(), BouncyCastle.PROVIDER);
            return true;
        } catch (GeneralSecurityException | RuntimeException e) {
            return false;
        }
    }

    private static byte[] encoded(X509Certificate certificate) {
        try {
            return certificate.getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
