package org.yinxin.seal.ses;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.text.ParseException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.asn1.ASN1BitString;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1GeneralizedTime;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1String;
import org.bouncycastle.asn1.ASN1UTCTime;
import org.bouncycastle.asn1.DERSequence;
import org.yinxin.seal.ses.ElectronicSeal.Quirk;

/** Reads seals of versions 1 (GM/T 0031-2014), 4 (GB/T 38540-2020) and 5 (GM/T 0031-2025). */
public final class SealReader {

    private static final int LARGEST = 8 * 1024 * 1024;

    private final List<Quirk> quirks = new ArrayList<>();

    private SealReader() {}

    /** @throws SealFormatException when the bytes are not a seal */
    public static ElectronicSeal read(byte[] encoded) {
        if (encoded.length > LARGEST) {
            throw new SealFormatException("The seal is larger than 8 MiB");
        }
        try {
            return new SealReader().seal(encoded);
        } catch (IllegalArgumentException | IllegalStateException | ClassCastException | IOException e) {
            throw new SealFormatException("Not a seal structure: " + e.getMessage(), e);
        } catch (ParseException e) {
            throw new SealFormatException("A time in the seal is not one", e);
        }
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
        byte[] maker = ASN1OctetString.getInstance(signing.getObjectAt(at)).getOctets();
        ASN1ObjectIdentifier algorithm = ASN1ObjectIdentifier.getInstance(signing.getObjectAt(at + 1));
        byte[] signature = signature(ASN1BitString.getInstance(signing.getObjectAt(at + 2)));
        byte[] toBeSigned = first ? firstToBeSigned(slices) : slices.get(0);
        return new ElectronicSeal(
                encoded.clone(), toBeSigned, content, maker, algorithm.getId(), signature, List.copyOf(quirks));
    }

    /** Version 1 signs the information together with the maker's certificate and the algorithm. */
    private static byte[] firstToBeSigned(List<byte[]> slices) {
        List<byte[]> signing = Encoded.elements(slices.get(1));
        ByteArrayOutputStream parts = new ByteArrayOutputStream();
        parts.writeBytes(slices.get(0));
        parts.writeBytes(signing.get(0));
        parts.writeBytes(signing.get(1));
        return wrap(parts.toByteArray());
    }

    private static byte[] wrap(byte[] content) {
        int length = content.length;
        int lengthBytes = length < 0x80 ? 0 : (39 - Integer.numberOfLeadingZeros(length)) / 8;
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(0x30);
        if (lengthBytes == 0) {
            out.write(length);
        } else {
            out.write(0x80 | lengthBytes);
            for (int i = lengthBytes - 1; i >= 0; i--) {
                out.write(length >>> (8 * i));
            }
        }
        out.writeBytes(content);
        return out.toByteArray();
    }

    private SealContent content(ASN1Sequence info, boolean first) throws ParseException {
        ASN1Sequence header = ASN1Sequence.getInstance(info.getObjectAt(0));
        if (!"ES".equals(text(header.getObjectAt(0)))) {
            throw new SealFormatException("The header does not begin with ES");
        }
        int version = integer(header.getObjectAt(1));
        ASN1Sequence property = ASN1Sequence.getInstance(info.getObjectAt(2));
        int list = first ? 2 : 3;
        int listType = first ? 1 : integer(property.getObjectAt(2));
        ASN1Sequence picture = ASN1Sequence.getInstance(info.getObjectAt(3));
        return new SealContent(
                version,
                text(header.getObjectAt(2)),
                text(info.getObjectAt(1)),
                integer(property.getObjectAt(0)),
                text(property.getObjectAt(1)),
                signers(ASN1Sequence.getInstance(property.getObjectAt(list)), listType),
                time(property.getObjectAt(list + 1), first),
                time(property.getObjectAt(list + 2), first),
                time(property.getObjectAt(list + 3), first),
                new SealPicture(
                        text(picture.getObjectAt(0)),
                        ASN1OctetString.getInstance(picture.getObjectAt(1)).getOctets(),
                        integer(picture.getObjectAt(2)),
                        integer(picture.getObjectAt(3))));
    }

    private SealContent.SignerList signers(ASN1Sequence list, int type) {
        return switch (type) {
            case 1 -> {
                List<byte[]> certificates = new ArrayList<>();
                for (ASN1Encodable certificate : list) {
                    if (certificate.toASN1Primitive() instanceof ASN1OctetString octets) {
                        certificates.add(octets.getOctets());
                    } else {
                        quirks.add(Quirk.SIGNER_IS_NO_CERTIFICATE);
                    }
                }
                yield new SealContent.SignerList.Certificates(List.copyOf(certificates));
            }
            case 2 -> {
                List<SealContent.CertificateDigest> digests = new ArrayList<>();
                for (ASN1Encodable entry : list) {
                    ASN1Sequence digest = ASN1Sequence.getInstance(entry);
                    digests.add(new SealContent.CertificateDigest(
                            text(digest.getObjectAt(0)),
                            ASN1OctetString.getInstance(digest.getObjectAt(1)).getOctets()));
                }
                yield new SealContent.SignerList.Digests(List.copyOf(digests));
            }
            default -> throw new SealFormatException("The list of signers has the unknown type " + type);
        };
    }

    private Instant time(ASN1Encodable value, boolean first) throws ParseException {
        if (value.toASN1Primitive() instanceof ASN1UTCTime utc) {
            if (!first && !quirks.contains(Quirk.UTC_TIME)) {
                quirks.add(Quirk.UTC_TIME);
            }
            return utc.getAdjustedDate().toInstant();
        }
        return ASN1GeneralizedTime.getInstance(value).getDate().toInstant();
    }

    private byte[] signature(ASN1BitString bits) throws IOException {
        byte[] octets = bits.getOctets();
        if (octets.length != 64) {
            return octets;
        }
        quirks.add(Quirk.RAW_SIGNATURE);
        BigInteger r = new BigInteger(1, octets, 0, 32);
        BigInteger s = new BigInteger(1, octets, 32, 32);
        return new DERSequence(new ASN1Encodable[] {new ASN1Integer(r), new ASN1Integer(s)}).getEncoded();
    }

    private static String text(ASN1Encodable value) {
        if (value.toASN1Primitive() instanceof ASN1String text) {
            return text.getString();
        }
        throw new SealFormatException("Text expected, found another type");
    }

    private static int integer(ASN1Encodable value) {
        return ASN1Integer.getInstance(value).intValueExact();
    }
}
