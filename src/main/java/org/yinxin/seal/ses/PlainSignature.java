package org.yinxin.seal.ses;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A plain digital signature without a seal (SignedData of GM/T 0010-2012) over data that lie elsewhere.
 *
 * @param toBeSigned the signed attributes exactly as they are encoded; none when the data themselves were signed
 * @param dataHash the digest of the data among the signed attributes
 * @param time when, as the signer says
 * @param signerCertificate DER
 * @param algorithm the object identifier of the signature
 * @param signature as DER, whichever form it was written in
 * @param signatureValue as it was written; a time stamp covers exactly these bytes
 * @param timeStamp an RFC 3161 token
 */
public record PlainSignature(
        byte @Nullable [] toBeSigned,
        byte @Nullable [] dataHash,
        @Nullable Instant time,
        byte[] signerCertificate,
        String algorithm,
        byte[] signature,
        byte[] signatureValue,
        byte @Nullable [] timeStamp,
        List<Quirk> quirks) {}
