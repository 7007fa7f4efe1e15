package org.yinxin.seal.ses;

import java.io.IOException;
import java.text.ParseException;
import java.time.Instant;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Sequence;
import org.jspecify.annotations.Nullable;

/** Reads signatures of versions 1 (GM/T 0031-2014), 4 (GB/T 38540-2020) and 5 (GM/T 0031-2025). */
public final class SignatureReader {

    private static final int LARGEST = 10 * 1024 * 1024;

    private final Fields fields = new Fields();

    private SignatureReader() {}

    /** @throws SealFormatException when the bytes are not a signature */
    public static SealSignature read(byte[] encoded) {
        Encoded.bounded(encoded, LARGEST);
        return Fields.guard(() -> new SignatureReader().signature(encoded));
    }

    /**
     * As {@link #read}, with zeros after the signature as a PDF's Contents has them.
     *
     * @throws SealFormatException when anything else follows it
     */
    public static SealSignature readPadded(byte[] padded) {
        return read(Encoded.withoutPadding(padded));
    }

    private SealSignature signature(byte[] encoded) throws IOException, ParseException {
        List<byte[]> slices = Encoded.elements(encoded);
        ASN1Sequence signature = ASN1Sequence.getInstance(ASN1Primitive.fromByteArray(encoded));
        ASN1Sequence signed = ASN1Sequence.getInstance(signature.getObjectAt(0));
        boolean first = signature.size() == 2;
        int parts = signed.size();
        if (first ? parts != 7 : signature.size() < 4 || signature.size() > 5 || parts < 5 || parts > 6) {
            throw new SealFormatException("The parts of the signature are not those of any version");
        }
        ElectronicSeal seal = SealReader.read(Encoded.elements(slices.get(0)).get(1));
        fields.metAll(seal.quirks());
        int version = version(signed, seal);
        ASN1Sequence signer = first ? signed : signature;
        int at = first ? 5 : 1;
        byte[] value = fields.bits(signature.getObjectAt(first ? 1 : 3));
        byte[] timeInfo = first ? fields.bits(signed.getObjectAt(2)) : new byte[0];
        boolean stamped = first && timeInfo.length > 100;
        return new SealSignature(
                encoded.clone(),
                slices.get(0),
                version,
                seal,
                stamped ? null : time(signed.getObjectAt(2), timeInfo, first),
                fields.bits(signed.getObjectAt(3)),
                fields.ascii(signed.getObjectAt(4)),
                first || parts == 5 ? List.of() : extensions(signed.getObjectAt(5)),
                ASN1OctetString.getInstance(signer.getObjectAt(at)).getOctets(),
                ASN1ObjectIdentifier.getInstance(signer.getObjectAt(at + 1)).getId(),
                fields.signature(value),
                value,
                stamped ? timeInfo : timeStamp(signature),
                fields.quirks());
    }

    private int version(ASN1Sequence signed, ElectronicSeal seal) {
        int version = Fields.integer(signed.getObjectAt(0));
        if (version != seal.content().version()) {
            fields.met(Quirk.VERSIONS_DIFFER);
        }
        return version;
    }

    private Instant time(ASN1Encodable value, byte[] timeInfo, boolean first) throws ParseException {
        return first ? fields.timeIn(timeInfo) : fields.time(value, false);
    }

    private byte @Nullable [] timeStamp(ASN1Sequence signature) {
        return signature.size() < 5 ? null : fields.bits(Fields.untagged(signature.getObjectAt(4)));
    }

    private List<SealExtension> extensions(ASN1Encodable value) {
        if (Fields.isTagged(value)) {
            return Fields.extensions(ASN1Sequence.getInstance(Fields.untagged(value)));
        }
        fields.met(Quirk.EXTENSIONS_UNTAGGED);
        return Fields.extensions(ASN1Sequence.getInstance(value));
    }
}
