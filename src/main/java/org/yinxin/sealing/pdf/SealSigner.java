package org.yinxin.sealing.pdf;

import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.function.UnaryOperator;
import org.yinxin.pki.BouncyCastle;

/**
 * Whoever holds the seal's P-256 or RSA key: takes the bytes to be signed and answers with a signature over their
 * SHA-256, of ECDSA in DER, of RSA by PKCS #1 v1.5.
 *
 * @param chain from the seal's own certificate to the root
 */
public record SealSigner(List<X509Certificate> chain, UnaryOperator<byte[]> sign) {

    public SealSigner {
        chain = List.copyOf(chain);
        if (chain.isEmpty()) {
            throw new IllegalArgumentException("A signer has at least its own certificate");
        }
    }

    X509Certificate certificate() {
        return chain.getFirst();
    }

    boolean isRsa() {
        return "RSA".equals(certificate().getPublicKey().getAlgorithm());
    }

    /** @throws IllegalStateException when the key that signed is not the certificate's */
    byte[] signature(byte[] data) {
        byte[] signature = sign.apply(data);
        try {
            Signature check =
                    Signature.getInstance(isRsa() ? "SHA256withRSA" : "SHA256withECDSA", BouncyCastle.PROVIDER);
            check.initVerify(certificate().getPublicKey());
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
