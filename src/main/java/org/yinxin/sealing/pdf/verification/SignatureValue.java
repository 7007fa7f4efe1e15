package org.yinxin.sealing.pdf.verification;

import java.security.cert.X509Certificate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yinxin.seal.ses.SealSignature;
import org.yinxin.sealing.pdf.verification.ExaminedSignature.Integrity;

/**
 * What the mathematics of a signature value gave.
 *
 * @param certificate the signer's own, if it could be told
 * @param embedded all that came with it
 * @param timeStamp the token over the value, DER (RFC 3161), if there is one
 * @param value the bytes that a time stamp over the signature covers
 * @param seal the structure of a GM seal
 */
record SignatureValue(
        Integrity integrity,
        SignatureFault fault,
        @Nullable X509Certificate certificate,
        List<X509Certificate> embedded,
        byte @Nullable [] timeStamp,
        byte[] value,
        @Nullable SealSignature seal) {

    private static final byte[] NOTHING = new byte[0];

    static SignatureValue broken(SignatureFault fault) {
        return new SignatureValue(Integrity.BROKEN, fault, null, List.of(), null, NOTHING, null);
    }

    static SignatureValue broken(
            SignatureFault fault, @Nullable X509Certificate certificate, List<X509Certificate> embedded) {
        return new SignatureValue(Integrity.BROKEN, fault, certificate, embedded, null, NOTHING, null);
    }

    static SignatureValue notSupported(SignatureFault fault) {
        return new SignatureValue(Integrity.NOT_SUPPORTED, fault, null, List.of(), null, NOTHING, null);
    }
}
