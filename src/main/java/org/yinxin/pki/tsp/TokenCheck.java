package org.yinxin.pki.tsp;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TSPUtil;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampResponse;
import org.bouncycastle.tsp.TimeStampToken;
import org.yinxin.pki.BouncyCastle;

/**
 * Checks an answer before it goes into a document: imprint, nonce, time, signature, the sole critical key usage
 * (RFC 3161, 2.3) and the chain to a root that was configured.
 */
public final class TokenCheck {

    private static final Duration CLOCKS_APART = Duration.ofMinutes(5);
    private static final int LONGEST_CHAIN = 6;

    private final List<X509Certificate> roots;

    public TokenCheck(Collection<X509Certificate> roots) {
        this.roots = List.copyOf(roots);
    }

    /** @return the token, DER */
    byte[] accept(TimeStampRequest request, byte[] answer, Instant now) throws TokenRefusedException {
        TimeStampResponse response = read(answer);
        TimeStampToken token = response.getTimeStampToken();
        if (token == null) {
            throw new TokenRefusedException(TokenRefusal.NOT_GRANTED, null);
        }
        checkContent(request, token, now);
        X509Certificate signer = signer(token);
        checkSigner(token, signer);
        checkChain(token, signer, token.getTimeStampInfo().getGenTime());
        try {
            return token.getEncoded();
        } catch (IOException e) {
            throw new TokenRefusedException(TokenRefusal.UNREADABLE, e);
        }
    }

    private static TimeStampResponse read(byte[] answer) throws TokenRefusedException {
        try {
            return new TimeStampResponse(answer);
        } catch (TSPException | IOException | RuntimeException e) {
            throw new TokenRefusedException(TokenRefusal.UNREADABLE, e);
        }
    }

    private static void checkContent(TimeStampRequest request, TimeStampToken token, Instant now)
            throws TokenRefusedException {
        var info = token.getTimeStampInfo();
        if (!info.getMessageImprintAlgOID().equals(request.getMessageImprintAlgOID())
                || !Arrays.equals(info.getMessageImprintDigest(), request.getMessageImprintDigest())) {
            throw new TokenRefusedException(TokenRefusal.OTHER_IMPRINT, null);
        }
        if (!Objects.equals(info.getNonce(), request.getNonce())) {
            throw new TokenRefusedException(TokenRefusal.OTHER_NONCE, null);
        }
        Duration apart = Duration.between(info.getGenTime().toInstant(), now).abs();
        if (apart.compareTo(CLOCKS_APART) > 0) {
            throw new TokenRefusedException(TokenRefusal.OTHER_TIME, null);
        }
    }

    // BouncyCastle's SignerId is a Selector of nothing in particular.
    @SuppressWarnings("unchecked")
    private static X509Certificate signer(TimeStampToken token) throws TokenRefusedException {
        Collection<X509CertificateHolder> found = token.getCertificates().getMatches(token.getSID());
        if (found.isEmpty()) {
            throw new TokenRefusedException(TokenRefusal.NO_CERTIFICATE, null);
        }
        return certificate(found.iterator().next());
    }

    private static void checkSigner(TimeStampToken token, X509Certificate signer) throws TokenRefusedException {
        try {
            TSPUtil.validateCertificate(new X509CertificateHolder(signer.getEncoded()));
        } catch (TSPException | IOException | CertificateException e) {
            throw new TokenRefusedException(TokenRefusal.WRONG_KEY_USAGE, e);
        }
        try {
            token.validate(new JcaSimpleSignerInfoVerifierBuilder()
                    .setProvider(BouncyCastle.PROVIDER)
                    .build(signer));
        } catch (TSPException | OperatorCreationException e) {
            throw new TokenRefusedException(TokenRefusal.BAD_SIGNATURE, e);
        }
    }

    /** Upwards by name and signature; revocation is asked by whoever checks the document. */
    private void checkChain(TimeStampToken token, X509Certificate signer, Date at) throws TokenRefusedException {
        List<X509Certificate> known = new ArrayList<>();
        for (X509CertificateHolder each : token.getCertificates().getMatches(null)) {
            known.add(certificate(each));
        }
        X509Certificate current = signer;
        for (int length = 0; length < LONGEST_CHAIN; length++) {
            X509Certificate link = current;
            if (!isValid(link, at)) {
                break;
            }
            if (roots.contains(link) || roots.stream().anyMatch(root -> isValid(root, at) && signed(root, link))) {
                return;
            }
            var above = known.stream()
                    .filter(one -> !one.equals(link) && one.getBasicConstraints() >= 0 && signed(one, link))
                    .findFirst();
            if (above.isEmpty()) {
                break;
            }
            current = above.get();
        }
        throw new TokenRefusedException(TokenRefusal.UNTRUSTED, null);
    }

    private static boolean isValid(X509Certificate certificate, Date at) {
        return !at.before(certificate.getNotBefore()) && !at.after(certificate.getNotAfter());
    }

    private static boolean signed(X509Certificate issuer, X509Certificate certificate) {
        if (!issuer.getSubjectX500Principal().equals(certificate.getIssuerX500Principal())) {
            return false;
        }
        try {
            certificate.verify(issuer.getPublicKey(), BouncyCastle.PROVIDER);
            return true;
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private static X509Certificate certificate(X509CertificateHolder holder) throws TokenRefusedException {
        try {
            return new JcaX509CertificateConverter()
                    .setProvider(BouncyCastle.PROVIDER)
                    .getCertificate(holder);
        } catch (CertificateException e) {
            throw new TokenRefusedException(TokenRefusal.UNREADABLE, e);
        }
    }
}
