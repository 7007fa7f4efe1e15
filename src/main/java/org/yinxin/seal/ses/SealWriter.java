package org.yinxin.seal.ses;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Date;
import java.util.function.UnaryOperator;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DERGeneralizedTime;
import org.bouncycastle.asn1.DERIA5String;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERPrintableString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.gm.GMObjectIdentifiers;

/** Writes seals of version 4 (GB/T 38540-2020, 6.1), DER throughout. */
public final class SealWriter {

    /** SM2 with SM3. */
    static final ASN1ObjectIdentifier SM2_WITH_SM3 = GMObjectIdentifiers.sm2sign_with_sm3;

    private SealWriter() {}

    /**
     * @param maker the maker's SM2 certificate, DER
     * @param sign the maker's SM2 signature over the given bytes, DER
     */
    public static byte[] write(SealContent content, byte[] maker, UnaryOperator<byte[]> sign) {
        ASN1Encodable info = info(content);
        byte[] signature = sign.apply(der(info));
        return der(new DERSequence(new ASN1Encodable[] {
            info, new DEROctetString(maker), SM2_WITH_SM3, new DERBitString(signature),
        }));
    }

    private static DERSequence info(SealContent content) {
        if (content.version() != 4) {
            throw new IllegalArgumentException("Only seals of version 4 are written, not " + content.version());
        }
        DERSequence header = sequence(
                new DERIA5String("ES", true),
                new ASN1Integer(content.version()),
                new DERIA5String(content.vendor(), true));
        return sequence(
                header, new DERIA5String(content.number(), true), property(content), picture(content.picture()));
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

    private static byte[] der(ASN1Encodable value) {
        try {
            return value.toASN1Primitive().getEncoded(ASN1Encoding.DER);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
