package org.yinxin.seal.ses;

import java.io.IOException;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Sequence;

/** Reads seals of versions 1 (GM/T 0031-2014), 4 (GB/T 38540-2020) and 5 (GM/T 0031-2025). */
public final class SealReader {

    private static final int LARGEST = 8 * 1024 * 1024;

    private final Fields fields = new Fields();

    private SealReader() {}

    /** @throws SealFormatException when the bytes are not a seal */
    public static ElectronicSeal read(byte[] encoded) {
        Encoded.bounded(encoded, LARGEST);
        return Fields.guard(() -> new SealReader().seal(encoded));
    }

    private ElectronicSeal seal(byte[] encoded) throws IOException, ParseException {
        ASN1Sequence seal = ASN1Sequence.getInstance(ASN1Primitive.fromByteArray(encoded));
        List<byte[]> slices = Encoded.elements(encoded);
        boolean first = seal.size() == 2;
        if (!first && seal.size() != 4 && seal.size() != 5) {
            throw new SealFormatException("A seal has 2, 4 or 5 parts, not " + seal.size());
        }
        SealContent content = content(ASN1Sequence.getInstance(seal.getObjectAt(0)), first);
        ASN1Sequence signing = first ? ASN1Sequence.getInstance(seal.getObjectAt(1)) : seal;
        int at = first ? 0 : 1;
        return new ElectronicSeal(
                encoded.clone(),
                first ? firstToBeSigned(slices) : slices.get(0),
                content,
                ASN1OctetString.getInstance(signing.getObjectAt(at)).getOctets(),
                ASN1ObjectIdentifier.getInstance(signing.getObjectAt(at + 1)).getId(),
                fields.signature(fields.bits(signing.getObjectAt(at + 2))),
                seal.size() == 5 ? fields.bits(Fields.untagged(seal.getObjectAt(4))) : null,
                fields.quirks());
    }

    /** Version 1 signs the information together with the maker's certificate and the algorithm. */
    private static byte[] firstToBeSigned(List<byte[]> slices) {
        List<byte[]> signing = Encoded.elements(slices.get(1));
        return Der.sequence(slices.get(0), signing.get(0), signing.get(1));
    }

    private SealContent content(ASN1Sequence info, boolean first) throws ParseException {
        ASN1Sequence header = ASN1Sequence.getInstance(info.getObjectAt(0));
        if (!"ES".equals(Fields.text(header.getObjectAt(0)))) {
            throw new SealFormatException("The header does not begin with ES");
        }
        ASN1Sequence property = ASN1Sequence.getInstance(info.getObjectAt(2));
        int list = first ? 2 : 3;
        int listType = first ? 1 : Fields.integer(property.getObjectAt(2));
        return new SealContent(
                Fields.integer(header.getObjectAt(1)),
                fields.ascii(header.getObjectAt(2)),
                fields.ascii(info.getObjectAt(1)),
                Fields.integer(property.getObjectAt(0)),
                fields.utf8(property.getObjectAt(1)),
                signers(ASN1Sequence.getInstance(property.getObjectAt(list)), listType),
                fields.time(property.getObjectAt(list + 1), first),
                fields.time(property.getObjectAt(list + 2), first),
                fields.time(property.getObjectAt(list + 3), first),
                picture(ASN1Sequence.getInstance(info.getObjectAt(3))),
                info.size() < 5 ? List.of() : extensions(info.getObjectAt(4)));
    }

    private SealPicture picture(ASN1Sequence picture) {
        return new SealPicture(
                fields.ascii(picture.getObjectAt(0)),
                ASN1OctetString.getInstance(picture.getObjectAt(1)).getOctets(),
                Fields.integer(picture.getObjectAt(2)),
                Fields.integer(picture.getObjectAt(3)));
    }

    /** The standard's text and its makers disagree on a tag here; both are taken. */
    private static List<SealExtension> extensions(ASN1Encodable value) {
        return Fields.extensions(ASN1Sequence.getInstance(Fields.isTagged(value) ? Fields.untagged(value) : value));
    }

    private SealContent.SignerList signers(ASN1Sequence list, int type) {
        return switch (type) {
            case 1 -> new SealContent.SignerList.Certificates(certificates(list));
            case 2 -> new SealContent.SignerList.Digests(digests(list));
            default -> throw new SealFormatException("The list of signers has the unknown type " + type);
        };
    }

    private List<byte[]> certificates(ASN1Sequence list) {
        List<byte[]> certificates = new ArrayList<>();
        for (ASN1Encodable certificate : list) {
            if (certificate.toASN1Primitive() instanceof ASN1OctetString octets) {
                certificates.add(octets.getOctets());
            } else {
                fields.met(Quirk.SIGNER_IS_NO_CERTIFICATE);
            }
        }
        return List.copyOf(certificates);
    }

    private static List<SealContent.CertificateDigest> digests(ASN1Sequence list) {
        List<SealContent.CertificateDigest> digests = new ArrayList<>();
        for (ASN1Encodable entry : list) {
            ASN1Sequence digest = ASN1Sequence.getInstance(entry);
            digests.add(new SealContent.CertificateDigest(
                    digest.getObjectAt(0).toASN1Primitive() instanceof ASN1ObjectIdentifier oid
                            ? oid.getId()
                            : Fields.text(digest.getObjectAt(0)),
                    ASN1OctetString.getInstance(digest.getObjectAt(1)).getOctets()));
        }
        return List.copyOf(digests);
    }
}
