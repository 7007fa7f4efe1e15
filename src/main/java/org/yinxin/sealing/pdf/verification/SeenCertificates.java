package org.yinxin.sealing.pdf.verification;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Map;
import org.bouncycastle.cert.X509CertificateHolder;
import org.yinxin.pki.BouncyCastle;
import org.yinxin.pki.Recent;

/** Certificates as they were read before: the same few come along with each document, and their keys get ready by use. */
final class SeenCertificates {

    private static final int MOST = 512;
    private static final int LARGEST = 16 * 1_024;
    private static final Map<ByteBuffer, X509Certificate> SEEN = Recent.map(MOST);

    private SeenCertificates() {}

    static X509Certificate of(X509CertificateHolder holder) throws CertificateException, IOException {
        byte[] encoded = holder.getEncoded();
        X509Certificate seen = SEEN.get(ByteBuffer.wrap(encoded));
        if (seen == null) {
            seen = (X509Certificate) CertificateFactory.getInstance("X.509", BouncyCastle.PROVIDER)
                    .generateCertificate(new ByteArrayInputStream(encoded));
            if (encoded.length <= LARGEST) {
                SEEN.put(ByteBuffer.wrap(encoded), seen);
            }
        }
        return seen;
    }
}
