package org.yinxin.pki.ocsp;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.bouncycastle.cert.ocsp.CertificateID;

/**
 * Answers that were signed a while ago and still hold. The standing is part of what is looked up: a revocation is told at
 * once, whichever instance made it.
 */
final class SignedAnswers {

    private static final int MOST = 10_000;

    private final Map<Question, Answer> answers = new LinkedHashMap<>(256, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Question, Answer> eldest) {
            return size() > MOST;
        }
    };

    byte[] get(Question question, Instant now, Duration fresh, Supplier<byte[]> sign) {
        synchronized (answers) {
            Answer known = answers.get(question);
            if (known != null && now.isBefore(known.signedAt().plus(fresh)) && !now.isBefore(known.signedAt())) {
                return known.encoded();
            }
        }
        byte[] encoded = sign.get();
        synchronized (answers) {
            answers.put(question, new Answer(now, encoded));
        }
        return encoded;
    }

    /**
     * @param responder the serial number of who signs
     * @param certificate hex of the CertID as it was asked
     */
    record Question(BigInteger responder, String certificate, CertificateStanding standing) {

        static Question of(X509Certificate responder, CertificateID id, CertificateStanding standing) {
            try {
                return new Question(
                        responder.getSerialNumber(),
                        HexFormat.of().formatHex(id.toASN1Primitive().getEncoded()),
                        standing);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private record Answer(Instant signedAt, byte[] encoded) {}
}
