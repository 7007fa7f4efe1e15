package org.yinxin.seal.ses;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A seal as it was read (SESeal).
 *
 * @param encoded the whole seal
 * @param toBeSigned exactly the bytes that the maker signed
 * @param makerCertificate the maker's certificate, DER
 * @param algorithm the object identifier of the maker's signature
 * @param signature as DER, whichever form it was written in
 * @param timeStamp an RFC 3161 token over the maker's signature, which version 5 allows
 * @param quirks where the seal departs from the standard without losing its meaning
 */
public record ElectronicSeal(
        byte[] encoded,
        byte[] toBeSigned,
        SealContent content,
        byte[] makerCertificate,
        String algorithm,
        byte[] signature,
        byte @Nullable [] timeStamp,
        List<Quirk> quirks) {

    /** Whether this certificate (DER) is in the seal's list of signers; digests are compared under SM3. */
    public boolean lists(byte[] certificate) {
        return switch (content.signers()) {
            case SealContent.SignerList.Certificates certificates ->
                certificates.encoded().stream().anyMatch(listed -> Arrays.equals(listed, certificate));
            case SealContent.SignerList.Digests digests ->
                digests.digests().stream()
                        .filter(SealContent.CertificateDigest::isSm3)
                        .anyMatch(digest -> Arrays.equals(digest.value(), Sm3.digest(certificate)));
        };
    }
}
