package org.yinxin.seal.ses;

import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.function.UnaryOperator;

/**
 * Whoever holds a seal's SM2 key.
 *
 * @param sealFile the seal (SESeal), DER
 * @param certificate of the key; the seal lists it
 * @param sign takes the bytes to be signed and answers with an SM2 signature over their SM3, DER
 */
public record GmSigner(byte[] sealFile, X509Certificate certificate, UnaryOperator<byte[]> sign) {

    /** @throws IllegalArgumentException when the seal does not name the certificate as its signer's */
    public GmSigner {
        if (!SealReader.read(sealFile).lists(encoded(certificate))) {
            throw new IllegalArgumentException("The seal does not list this signer");
        }
    }

    /**
     * A signature of version 4 with this seal, without a time stamp; see {@link SignatureWriter#withTimeStamp}.
     *
     * @param dataHash SM3 of what is signed
     * @param property where that is to be found
     * @throws IllegalStateException when the key that signed is not the certificate's
     */
    public byte[] signature(byte[] dataHash, String property, Instant time) {
        return SignatureWriter.write(sealFile, dataHash, property, time, encodedCertificate(), this::value, null);
    }

    /** DER. */
    public byte[] encodedCertificate() {
        return encoded(certificate);
    }

    private byte[] value(byte[] data) {
        byte[] value = sign.apply(data);
        boolean own = KnownCertificate.of(encodedCertificate())
                .filter(known -> known.signed(data, value))
                .isPresent();
        if (!own) {
            throw new IllegalStateException("The key does not belong to the seal's certificate");
        }
        return value;
    }

    private static byte[] encoded(X509Certificate certificate) {
        try {
            return certificate.getEncoded();
        } catch (CertificateEncodingException e) {
            throw new IllegalArgumentException("The certificate cannot be encoded", e);
        }
    }
}
