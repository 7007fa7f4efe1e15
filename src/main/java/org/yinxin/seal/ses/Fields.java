package org.yinxin.seal.ses;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.bouncycastle.asn1.ASN1BitString;
import org.bouncycastle.asn1.ASN1Boolean;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1GeneralizedTime;
import org.bouncycastle.asn1.ASN1IA5String;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1String;
import org.bouncycastle.asn1.ASN1TaggedObject;
import org.bouncycastle.asn1.ASN1UTCTime;
import org.bouncycastle.asn1.ASN1UTF8String;
import org.bouncycastle.asn1.DERSequence;

/** Reads the fields that seals and signatures share, and remembers the quirks it met. */
final class Fields {

    private final Set<Quirk> quirks = EnumSet.noneOf(Quirk.class);

    /** Runs a reading; whatever BouncyCastle says of bytes that are no such structure becomes one exception. */
    static <T> T guard(Reading<T> reading) {
        try {
            return reading.read();
        } catch (SealFormatException e) {
            throw e;
        } catch (IOException | ParseException | RuntimeException e) {
            throw new SealFormatException("Not a structure of the standard: " + e.getMessage(), e);
        }
    }

    interface Reading<T> {
        T read() throws IOException, ParseException;
    }

    void met(Quirk quirk) {
        quirks.add(quirk);
    }

    void metAll(Iterable<Quirk> others) {
        others.forEach(quirks::add);
    }

    List<Quirk> quirks() {
        return List.copyOf(quirks);
    }

    String ascii(ASN1Encodable value) {
        if (!(value.toASN1Primitive() instanceof ASN1IA5String)) {
            met(Quirk.TEXT_TYPE);
        }
        return text(value);
    }

    String utf8(ASN1Encodable value) {
        if (!(value.toASN1Primitive() instanceof ASN1UTF8String)) {
            met(Quirk.TEXT_TYPE);
        }
        return text(value);
    }

    static String text(ASN1Encodable value) {
        if (value.toASN1Primitive() instanceof ASN1String text && !(value.toASN1Primitive() instanceof ASN1BitString)) {
            return text.getString();
        }
        throw new SealFormatException("Text expected, found another type");
    }

    static int integer(ASN1Encodable value) {
        return ASN1Integer.getInstance(value).intValueExact();
    }

    Instant time(ASN1Encodable value, boolean first) throws ParseException {
        if (value.toASN1Primitive() instanceof ASN1UTCTime utc) {
            if (!first) {
                met(Quirk.UTC_TIME);
            }
            return utc.getAdjustedDate().toInstant();
        }
        return ASN1GeneralizedTime.getInstance(value).getDate().toInstant();
    }

    /** Version 1 puts a time, as encoded or as text, or a time stamp into a BIT STRING. */
    Instant timeIn(byte[] octets) throws ParseException {
        try {
            Instant read = Instant.parse(new String(octets, StandardCharsets.US_ASCII));
            met(Quirk.TEXT_TIME);
            return read;
        } catch (DateTimeException text) {
            try {
                return time(ASN1Primitive.fromByteArray(octets), true);
            } catch (IOException e) {
                throw new SealFormatException("A time in the signature is not one", e);
            }
        }
    }

    byte[] bits(ASN1Encodable value) {
        if (value.toASN1Primitive() instanceof ASN1OctetString octets) {
            met(Quirk.OCTETS_FOR_BITS);
            return octets.getOctets();
        }
        return ASN1BitString.getInstance(value).getOctets();
    }

    /** The signature as DER, whichever of the two forms it was written in. */
    byte[] signature(byte[] octets) throws IOException {
        if (octets.length != 64) {
            return octets;
        }
        met(Quirk.RAW_SIGNATURE);
        BigInteger r = new BigInteger(1, octets, 0, 32);
        BigInteger s = new BigInteger(1, octets, 32, 32);
        return new DERSequence(new ASN1Encodable[] {new ASN1Integer(r), new ASN1Integer(s)}).getEncoded();
    }

    static List<SealExtension> extensions(ASN1Sequence list) {
        List<SealExtension> extensions = new ArrayList<>();
        for (ASN1Encodable entry : list) {
            ASN1Sequence extension = ASN1Sequence.getInstance(entry);
            boolean critical = extension.size() > 2
                    && ASN1Boolean.getInstance(extension.getObjectAt(1)).isTrue();
            extensions.add(new SealExtension(
                    ASN1ObjectIdentifier.getInstance(extension.getObjectAt(0)).getId(),
                    critical,
                    ASN1OctetString.getInstance(extension.getObjectAt(extension.size() - 1))
                            .getOctets()));
        }
        return List.copyOf(extensions);
    }

    static boolean isTagged(ASN1Encodable value) {
        return value.toASN1Primitive() instanceof ASN1TaggedObject tagged && tagged.hasContextTag(0);
    }

    static ASN1Primitive untagged(ASN1Encodable value) {
        return ASN1TaggedObject.getInstance(value).getExplicitBaseObject().toASN1Primitive();
    }
}
