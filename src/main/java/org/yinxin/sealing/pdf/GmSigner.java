package org.yinxin.sealing.pdf;

import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.function.UnaryOperator;
import org.yinxin.pki.KeyAlgorithm;

/**
 * Whoever holds the seal's SM2 key: takes the bytes to be signed and answers with an SM2 signature over them in DER.
 *
 * @param sealFile the seal (SESeal), DER
 * @param certificate of the key; the seal lists it
 */
public record GmSigner(byte[] sealFile, X509Certificate certificate, UnaryOperator<byte[]> sign) {

    byte[] encodedCertificate() {
        try {
            return certificate.getEncoded();
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException("The seal's certificate cannot be written", e);
        }
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
}
