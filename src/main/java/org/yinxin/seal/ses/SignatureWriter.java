package org.yinxin.seal.ses;

import static org.yinxin.seal.ses.Der.element;

import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.jspecify.annotations.Nullable;

/** Writes signatures of version 4 (GB/T 38540-2020, 7.1) and, on request, 5 (GM/T 0031-2025), DER throughout. */
public final class SignatureWriter {

    private static final byte[] SM2_WITH_SM3 = oid(SealWriter.SM2_WITH_SM3.getId());

    private SignatureWriter() {}

    /** A signature of version 4 without extensions; see {@link #write(SignatureContent, UnaryOperator, UnaryOperator)}. */
    public static byte[] write(
            byte[] sealFile,
            byte[] dataHash,
            String propertyInfo,
            Instant time,
            byte[] signerCertificate,
            UnaryOperator<byte[]> sign,
            @Nullable UnaryOperator<byte[]> timeStamp) {
        return write(
                new SignatureContent(4, sealFile, time, dataHash, propertyInfo, List.of(), signerCertificate),
                sign,
                timeStamp);
    }

    /**
     * @param sign the signer's SM2 signature over the given bytes, DER
     * @param timeStamp an RFC 3161 token for the given SM3 digest of the signature value; null: none
     */
    public static byte[] write(
            SignatureContent content, UnaryOperator<byte[]> sign, @Nullable UnaryOperator<byte[]> timeStamp) {
        byte[] toBeSigned = toBeSigned(content);
        byte[] value = sign.apply(toBeSigned);
        byte[] certificate = element(Der.OCTET_STRING, content.signerCertificate());
        if (timeStamp == null) {
            return Der.sequence(toBeSigned, certificate, SM2_WITH_SM3, Der.bits(value));
        }
        byte[] token = tagged(timeStamp.apply(Sm3.digest(value)));
        return Der.sequence(toBeSigned, certificate, SM2_WITH_SM3, Der.bits(value), token);
    }

    /**
     * The same signature with a time stamp that could not be had when it was made.
     *
     * @param signature without a time stamp
     * @param timeStamp as in {@link #write(SignatureContent, UnaryOperator, UnaryOperator)}
     */
    public static byte[] withTimeStamp(byte[] signature, UnaryOperator<byte[]> timeStamp) {
        SealSignature read = SignatureReader.read(signature);
        if (read.version() < 4 || read.timeStamp() != null) {
            throw new IllegalArgumentException("The signature has a time stamp or is of a version that has none");
        }
        List<byte[]> parts = Encoded.elements(signature);
        byte[] token = tagged(timeStamp.apply(Sm3.digest(read.signatureValue())));
        return Der.sequence(parts.get(0), parts.get(1), parts.get(2), parts.get(3), token);
    }

    private static byte[] toBeSigned(SignatureContent content) {
        return Der.sequence(
                element(Der.INTEGER, BigInteger.valueOf(content.version()).toByteArray()),
                content.sealFile(),
                Der.time(content.time()),
                Der.bits(content.dataHash()),
                Der.ia5(content.propertyInfo()),
                content.extensions().isEmpty()
                        ? new byte[0]
                        : element(Der.EXPLICIT_0, extensions(content.extensions())));
    }

    static byte[] extensions(List<SealExtension> extensions) {
        return Der.sequence(extensions.stream().map(SignatureWriter::extension).toArray(byte[][]::new));
    }

    private static byte[] extension(SealExtension extension) {
        return Der.sequence(
                oid(extension.oid()),
                extension.critical() ? new byte[] {1, 1, -1} : new byte[0],
                element(Der.OCTET_STRING, extension.value()));
    }

    private static byte[] tagged(byte[] token) {
        return element(Der.EXPLICIT_0, Der.bits(token));
    }

    private static byte[] oid(String id) {
        return SealWriter.der(new ASN1ObjectIdentifier(id));
    }
}
