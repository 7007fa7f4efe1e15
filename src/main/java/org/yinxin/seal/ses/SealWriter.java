package org.yinxin.seal.ses;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.function.UnaryOperator;
import org.bouncycastle.asn1.ASN1Boolean;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERGeneralizedTime;
import org.bouncycastle.asn1.DERIA5String;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERPrintableString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.gm.GMObjectIdentifiers;
import org.jspecify.annotations.Nullable;

/** Writes seals of version 4 (GB/T 38540-2020, 6.1) and, on request, 5 (GM/T 0031-2025), DER throughout. */
public final class SealWriter {

    /** SM2 with SM3. */
    static final ASN1ObjectIdentifier SM2_WITH_SM3 = GMObjectIdentifiers.sm2sign_with_sm3;

    private SealWriter() {}

    /**
     * @param maker the maker's SM2 certificate, DER
     * @param sign the maker's SM2 signature over the given bytes, DER
     */
    public static byte[] write(SealContent content, byte[] maker, UnaryOperator<byte[]> sign) {
        return write(content, maker, sign, null);
    }

    /**
     * @param timeStamp an RFC 3161 token for the given SM3 digest of the maker's signature, which version 5 allows;
     *     null: none
     */
    public static byte[] write(
            SealContent content, byte[] maker, UnaryOperator<byte[]> sign, @Nullable UnaryOperator<byte[]> timeStamp) {
        if (content.version() != 5 && timeStamp != null) {
            throw new IllegalArgumentException("Only a seal of version 5 has a time stamp");
        }
        byte[] info = der(info(content));
        byte[] signature = sign.apply(info);
        return Der.sequence(
                info,
                der(new DEROctetString(maker)),
                der(SM2_WITH_SM3),
                Der.bits(signature),
                timeStamp == null
                        ? new byte[0]
                        : Der.element(Der.EXPLICIT_0, Der.bits(timeStamp.apply(Sm3.digest(signature)))));
    }

    private static DERSequence info(SealContent content) {
        if (content.version() != 4 && content.version() != 5) {
            throw new IllegalArgumentException("Only seals of versions 4 and 5 are written, not " + content.version());
        }
        DERSequence header = sequence(
                new DERIA5String("ES", true),
                new ASN1Integer(content.version()),
                new DERIA5String(content.vendor(), true));
        DERIA5String number = new DERIA5String(content.number(), true);
        DERSequence property = property(content);
        DERSequence picture = picture(content.picture());
        return content.extensions().isEmpty()
                ? sequence(header, number, property, picture)
                : sequence(header, number, property, picture, extensions(content.extensions()));
    }

    private static DERSequence extensions(List<SealExtension> extensions) {
        return sequence(extensions.stream().map(SealWriter::extension).toArray(ASN1Encodable[]::new));
    }

    private static DERSequence extension(SealExtension extension) {
        ASN1ObjectIdentifier oid = new ASN1ObjectIdentifier(extension.oid());
        DEROctetString value = new DEROctetString(extension.value());
        return extension.critical() ? sequence(oid, ASN1Boolean.TRUE, value) : sequence(oid, value);
    }

    private static DERSequence property(SealContent content) {
        boolean certificates = content.signers() instanceof SealContent.SignerList.Certificates;
        return sequence(
                new ASN1Integer(content.type()),
                new DERUTF8String(content.name()),
                new ASN1Integer(certificates ? 1 : 2),
                signers(content.signers()),
                time(content.createdAt()),
                time(content.validFrom()),
                time(content.validTo()));
    }

    private static DERSequence signers(SealContent.SignerList signers) {
        return switch (signers) {
            case SealContent.SignerList.Certificates certificates ->
                sequence(
                        certificates.encoded().stream().map(DEROctetString::new).toArray(ASN1Encodable[]::new));
            case SealContent.SignerList.Digests digests ->
                sequence(digests.digests().stream()
                        .map(digest -> sequence(
                                new DERPrintableString(digest.algorithm()), new DEROctetString(digest.value())))
                        .toArray(ASN1Encodable[]::new));
        };
    }

    private static DERSequence picture(SealPicture picture) {
        return sequence(
                new DERIA5String(picture.type(), true),
                new DEROctetString(picture.data()),
                new ASN1Integer(picture.widthMm()),
                new ASN1Integer(picture.heightMm()));
    }

    private static DERGeneralizedTime time(Instant instant) {
        return new DERGeneralizedTime(Date.from(instant));
    }

    private static DERSequence sequence(ASN1Encodable... parts) {
        return new DERSequence(parts);
    }

    static byte[] der(ASN1Encodable value) {
        try {
            return value.toASN1Primitive().getEncoded(ASN1Encoding.DER);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
