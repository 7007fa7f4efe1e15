package org.yinxin.seal.ses;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampToken;
import org.jspecify.annotations.Nullable;
import org.yinxin.pki.BouncyCastle;
import org.yinxin.seal.ses.SignatureFinding.Reason;
import org.yinxin.seal.ses.SignatureFinding.Step;

/** Checks an RFC 3161 token over a signature value, by whomever it was made and with whatever algorithm. */
final class TimeStampCheck {

    private static final int LARGEST = 256 * 1024;

    private TimeStampCheck() {}

    /** @param time that the token proves; none unless the finding is that it holds */
    record Result(SignatureFinding finding, @Nullable Instant time) {}

    static Result check(byte[] token, byte[] signatureValue, Collection<X509Certificate> issuers) {
        try {
            Encoded.bounded(token, LARGEST);
            return check(new TimeStampToken(new CMSSignedData(token)), signatureValue, issuers);
        } catch (CMSException | TSPException | IOException | RuntimeException e) {
            return failed(Reason.TIME_STAMP_UNREADABLE);
        }
    }

    private static Result check(TimeStampToken token, byte[] signatureValue, Collection<X509Certificate> issuers)
            throws IOException {
        String algorithm = token.getTimeStampInfo().getMessageImprintAlgOID().getId();
        byte[] imprint = token.getTimeStampInfo().getMessageImprintDigest();
        try {
            if (!Arrays.equals(
                    imprint,
                    MessageDigest.getInstance(algorithm, BouncyCastle.PROVIDER).digest(signatureValue))) {
                return failed(Reason.TIME_STAMP_OF_OTHER_DATA);
            }
        } catch (GeneralSecurityException e) {
            return unknown(Reason.ALGORITHM_NOT_SUPPORTED);
        }
        X509CertificateHolder signer = signer(token);
        if (signer == null || !signed(token, signer)) {
            return failed(Reason.TIME_STAMP_WRONG);
        }
        Instant time = token.getTimeStampInfo().getGenTime().toInstant();
        return KnownCertificate.of(signer.getEncoded())
                .map(authority -> trusted(authority, issuers, time))
                .orElseGet(() -> failed(Reason.CERTIFICATE_UNREADABLE));
    }

    private static @Nullable X509CertificateHolder signer(TimeStampToken token) {
        for (X509CertificateHolder certificate : token.getCertificates().getMatches(null)) {
            if (token.getSID().match(certificate)) {
                return certificate;
            }
        }
        return null;
    }

    private static Result trusted(KnownCertificate authority, Collection<X509Certificate> issuers, Instant time) {
        SignatureFinding chain = CertificateChain.check(Step.TIME_STAMP, authority, issuers, time);
        return new Result(chain, chain.outcome() == SignatureFinding.Outcome.PASSED ? time : null);
    }

    /** BouncyCastle checks the signature, the certificate's purpose and its validity at the stated time. */
    private static boolean signed(TimeStampToken token, X509CertificateHolder signer) {
        try {
            token.validate(new JcaSimpleSignerInfoVerifierBuilder()
                    .setProvider(BouncyCastle.PROVIDER)
                    .build(signer));
            return true;
        } catch (TSPException | OperatorCreationException | GeneralSecurityException | RuntimeException e) {
            return false;
        }
    }

    private static Result failed(Reason reason) {
        return new Result(SignatureFinding.failed(Step.TIME_STAMP, reason), null);
    }

    private static Result unknown(Reason reason) {
        return new Result(SignatureFinding.unknown(Step.TIME_STAMP, reason), null);
    }
}
