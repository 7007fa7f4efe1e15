package org.yinxin.sealing.pdf.verification;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampToken;
import org.jspecify.annotations.Nullable;
import org.yinxin.pki.BouncyCastle;

/**
 * A time-stamp token after its mathematics (RFC 3161; RFC 5816 for the signed certificate). Who the authority is and
 * whether it may be believed, others decide.
 *
 * @param intact whether it is of these data and properly signed by a certificate made for time stamping alone
 * @param time that it states
 * @param authority its signer, if it could be told
 * @param coversUntil the end of what a document time stamp covers; 0 for one inside a signature
 */
public record TimeStamp(
        boolean intact,
        @Nullable Instant time,
        @Nullable X509Certificate authority,
        List<X509Certificate> embedded,
        long coversUntil) {

    public TimeStamp {
        embedded = List.copyOf(embedded);
    }

    /** Whether it covers a whole revision of the document rather than one signature value. */
    public boolean ofDocument() {
        return coversUntil > 0;
    }

    static TimeStamp over(byte[] token, byte[] data) {
        return of(token, 0, digest -> digest.digest(data));
    }

    static TimeStamp over(byte[] file, ByteRange range) {
        byte[] padded = range.value(file);
        return of(Padding.stripped(padded), range.end(), digest -> range.digest(file, digest));
    }

    private static TimeStamp of(byte[] encoded, long coversUntil, Function<MessageDigest, byte[]> imprint) {
        try {
            TimeStampToken token = new TimeStampToken(new CMSSignedData(encoded));
            List<X509Certificate> embedded = new ArrayList<>();
            X509Certificate authority = null;
            JcaX509CertificateConverter converter =
                    new JcaX509CertificateConverter().setProvider(BouncyCastle.PROVIDER);
            for (X509CertificateHolder holder : token.getCertificates().getMatches(null)) {
                X509Certificate certificate = converter.getCertificate(holder);
                embedded.add(certificate);
                authority = token.getSID().match(holder) ? certificate : authority;
            }
            boolean intact = authority != null && isOf(token, imprint) && isSigned(token, authority);
            Instant time = token.getTimeStampInfo().getGenTime().toInstant();
            return new TimeStamp(intact, time, authority, embedded, coversUntil);
        } catch (CMSException | TSPException | IOException | GeneralSecurityException | RuntimeException e) {
            return new TimeStamp(false, null, null, List.of(), coversUntil);
        }
    }

    private static boolean isOf(TimeStampToken token, Function<MessageDigest, byte[]> imprint)
            throws GeneralSecurityException {
        MessageDigest digest = MessageDigest.getInstance(
                token.getTimeStampInfo().getMessageImprintAlgOID().getId(), BouncyCastle.PROVIDER);
        return Arrays.equals(token.getTimeStampInfo().getMessageImprintDigest(), imprint.apply(digest));
    }

    /** BouncyCastle looks at the signature, the signed certificate, the purpose and the validity at that time. */
    private static boolean isSigned(TimeStampToken token, X509Certificate authority) {
        try {
            token.validate(new JcaSimpleSignerInfoVerifierBuilder()
                    .setProvider(BouncyCastle.PROVIDER)
                    .build(authority));
            return true;
        } catch (TSPException | OperatorCreationException | RuntimeException e) {
            return false;
        }
    }
}
