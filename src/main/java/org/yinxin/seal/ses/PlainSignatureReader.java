package org.yinxin.seal.ses;

import java.io.IOException;
import java.text.ParseException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.ASN1TaggedObject;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.IssuerAndSerialNumber;
import org.bouncycastle.asn1.cms.SignedData;
import org.bouncycastle.asn1.cms.SignerIdentifier;
import org.bouncycastle.asn1.cms.SignerInfo;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.Certificate;
import org.jspecify.annotations.Nullable;

/** Reads plain digital signatures (GM/T 0010-2012, 8; RFC 5652) of exactly one signer. */
public final class PlainSignatureReader {

    private static final int LARGEST = 1024 * 1024;
    /** SM3, which GM/T 0006 numbers with and without the mark that no key is used. */
    private static final List<String> SM3 = List.of("1.2.156.10197.1.401", "1.2.156.10197.1.401.1");

    private final Fields fields = new Fields();

    private PlainSignatureReader() {}

    /** Whether the bytes begin as a signature of this kind, which names its type first, does. */
    public static boolean looksLikeOne(byte[] encoded) {
        try {
            byte[] first = Encoded.elements(encoded).getFirst();
            return first[0] == 0x06;
        } catch (RuntimeException e) {
            return false;
        }
    }

    /** @throws SealFormatException when the bytes are not such a signature */
    public static PlainSignature read(byte[] encoded) {
        Encoded.bounded(encoded, LARGEST);
        return Fields.guard(() -> new PlainSignatureReader().signature(encoded));
    }

    private PlainSignature signature(byte[] encoded) throws IOException, ParseException {
        ASN1Sequence content = ASN1Sequence.getInstance(ASN1Primitive.fromByteArray(encoded));
        SignedData signed = SignedData.getInstance(Fields.untagged(content.getObjectAt(1)));
        if (signed.getSignerInfos().size() != 1) {
            throw new SealFormatException(
                    "A signature has one signer, not " + signed.getSignerInfos().size());
        }
        SignerInfo signer = SignerInfo.getInstance(signed.getSignerInfos().getObjectAt(0));
        if (!SM3.contains(signer.getDigestAlgorithm().getAlgorithm().getId())) {
            throw new SealFormatException("The digest is not SM3");
        }
        byte[] value = signer.getEncryptedDigest().getOctets();
        ASN1Set attributes = signer.getAuthenticatedAttributes();
        AttributeTable table = attributes == null ? null : table(attributes);
        return new PlainSignature(
                attributes == null ? null : asEncoded(attributes, encoded),
                table == null ? null : dataHash(table),
                table == null ? null : time(table),
                certificate(signed, signer.getSID()),
                algorithm(signer),
                fields.signature(value),
                value,
                timeStamp(signer.getUnauthenticatedAttributes()),
                fields.quirks());
    }

    private static AttributeTable table(ASN1Set attributes) {
        AttributeTable table = new AttributeTable(attributes);
        if (table.size() != table.toHashtable().size()) {
            throw new SealFormatException("A signed attribute stands twice");
        }
        return table;
    }

    /** The signature is over the attributes in the order in which they stand, even where DER asks for another. */
    private byte[] asEncoded(ASN1Set attributes, byte[] encoded) throws IOException {
        byte[] written = attributes.getEncoded(ASN1Encoding.DL);
        if (!contains(encoded, Arrays.copyOfRange(written, 1, written.length))) {
            throw new SealFormatException("The signed attributes are not encoded with definite, shortest lengths");
        }
        if (!Arrays.equals(written, attributes.getEncoded(ASN1Encoding.DER))) {
            fields.met(Quirk.ATTRIBUTES_UNORDERED);
        }
        return written;
    }

    private static boolean contains(byte[] data, byte[] sought) {
        for (int at = 0; at <= data.length - sought.length; at++) {
            if (data[at] == sought[0] && Arrays.equals(data, at, at + sought.length, sought, 0, sought.length)) {
                return true;
            }
        }
        return false;
    }

    private static byte[] dataHash(AttributeTable table) {
        return ASN1OctetString.getInstance(only(table, CMSAttributes.messageDigest))
                .getOctets();
    }

    private @Nullable Instant time(AttributeTable table) throws ParseException {
        return table.get(CMSAttributes.signingTime) == null
                ? null
                : fields.time(only(table, CMSAttributes.signingTime), true);
    }

    private static ASN1Encodable only(AttributeTable table, ASN1ObjectIdentifier type) {
        Attribute attribute = table.get(type);
        if (attribute == null || attribute.getAttrValues().size() != 1) {
            throw new SealFormatException("A signed attribute has not exactly one value");
        }
        return attribute.getAttrValues().getObjectAt(0);
    }

    private static byte[] certificate(SignedData signed, SignerIdentifier signer) throws IOException {
        List<byte[]> found = new ArrayList<>();
        for (ASN1Encodable each : signed.getCertificates()) {
            if (!(each.toASN1Primitive() instanceof ASN1TaggedObject) && isOf(Certificate.getInstance(each), signer)) {
                found.add(each.toASN1Primitive().getEncoded());
            }
        }
        if (found.size() != 1) {
            throw new SealFormatException("The signature holds " + found.size() + " certificates of its signer");
        }
        return found.getFirst();
    }

    private static boolean isOf(Certificate certificate, SignerIdentifier signer) {
        if (signer.isTagged()) {
            throw new SealFormatException("The signer is not named by issuer and serial number");
        }
        IssuerAndSerialNumber named = IssuerAndSerialNumber.getInstance(signer.getId());
        return certificate.getIssuer().equals(named.getName())
                && certificate.getSerialNumber().equals(named.getSerialNumber());
    }

    /** GM/T 0006 numbers signing with SM2 in three ways; what is meant here is always SM2 with SM3. */
    private static String algorithm(SignerInfo signer) {
        String written = signer.getDigestEncryptionAlgorithm().getAlgorithm().getId();
        boolean sm2 = "1.2.156.10197.1.301".equals(written) || "1.2.156.10197.1.301.1".equals(written);
        return sm2 ? SealWriter.SM2_WITH_SM3.getId() : written;
    }

    private static byte @Nullable [] timeStamp(@Nullable ASN1Set attributes) throws IOException {
        Attribute token = attributes == null
                ? null
                : new AttributeTable(attributes).get(PKCSObjectIdentifiers.id_aa_signatureTimeStampToken);
        return token == null
                ? null
                : token.getAttrValues().getObjectAt(0).toASN1Primitive().getEncoded();
    }
}
