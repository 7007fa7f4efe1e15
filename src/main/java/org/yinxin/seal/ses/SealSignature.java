package org.yinxin.seal.ses;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A use of a seal as it was read (SES_Signature).
 *
 * @param encoded the whole signature
 * @param toBeSigned exactly the bytes that the signer signed (TBS_Sign)
 * @param version of the structure: 1, 4 or 5
 * @param seal the seal that was used
 * @param time when, as the signer says; none where version 1 holds a time stamp instead
 * @param dataHash the digest of what was sealed
 * @param propertyInfo where that is: in OFD the absolute path of Signature.xml
 * @param extensions what the maker of the software added
 * @param signerCertificate DER
 * @param algorithm the object identifier of the signature
 * @param signature as DER, whichever form it was written in
 * @param signatureValue as it was written; a time stamp covers exactly these bytes
 * @param timeStamp an RFC 3161 token
 * @param quirks met in the signature and in its seal
 */
public record SealSignature(
        byte[] encoded,
        byte[] toBeSigned,
        int version,
        ElectronicSeal seal,
        @Nullable Instant time,
        byte[] dataHash,
        String propertyInfo,
        List<SealExtension> extensions,
        byte[] signerCertificate,
        String algorithm,
        byte[] signature,
        byte[] signatureValue,
        byte @Nullable [] timeStamp,
        List<Quirk> quirks) {}
