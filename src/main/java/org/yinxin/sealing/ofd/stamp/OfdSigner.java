package org.yinxin.sealing.ofd.stamp;

import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.yinxin.pki.KeyAlgorithm;
import org.yinxin.pki.TimeStamper;
import org.yinxin.seal.ses.SealReader;

/**
 * Whoever holds the seal and its SM2 key.
 *
 * @param sealFile the seal structure, DER
 * @param sign takes the bytes to be signed and answers with an SM2 signature over their SM3, DER
 * @param timeStamper who stamps the signature with the time; null: nobody
 */
public record OfdSigner(
        byte[] sealFile,
        X509Certificate certificate,
        UnaryOperator<byte[]> sign,
        @Nullable TimeStamper timeStamper) {

    /** @throws IllegalArgumentException when the seal does not name the certificate as its signer's */
    public OfdSigner {
        if (!SealReader.read(sealFile).lists(encoded(certificate))) {
            throw new IllegalArgumentException("The seal does not list this signer");
        }
    }

    byte[] encodedCertificate() {
        return encoded(certificate);
    }

    /** @throws IllegalStateException when the key that signed is not the certificate's */
    byte[] signature(byte[] data) {
        byte[] signature = sign.apply(data);
        try {
            Signature check = KeyAlgorithm.SM2.signature();
            check.initVerify(certificate.getPublicKey());
            check.update(data);
            if (!check.verify(signature)) {
                throw new IllegalStateException("The key does not belong to the seal's certificate");
            }
            return signature;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The signature cannot be checked", e);
        }
    }

    private static byte[] encoded(X509Certificate certificate) {
        try {
            return certificate.getEncoded();
        } catch (CertificateEncodingException e) {
            throw new IllegalArgumentException("The certificate cannot be encoded", e);
        }
    }
}
