package org.yinxin.seal.ses;

import java.time.Instant;
import java.util.List;

/**
 * What a signer signs (TBS_Sign).
 *
 * @param version 4 or 5
 * @param sealFile the seal, DER
 * @param time to the second
 * @param dataHash plain SM3 of what is sealed
 * @param propertyInfo in OFD the absolute path of Signature.xml
 * @param signerCertificate DER
 */
public record SignatureContent(
        int version,
        byte[] sealFile,
        Instant time,
        byte[] dataHash,
        String propertyInfo,
        List<SealExtension> extensions,
        byte[] signerCertificate) {

    public SignatureContent {
        if (version != 4 && version != 5) {
            throw new IllegalArgumentException("Only signatures of versions 4 and 5 are written, not " + version);
        }
        if (dataHash.length != 32) {
            throw new IllegalArgumentException("An SM3 digest has 32 bytes, not " + dataHash.length);
        }
    }
}
