package org.yinxin.seal.ses;

import java.util.Arrays;
import java.util.List;

/**
 * A seal as it was read (SESeal).
 *
 * @param encoded the whole seal
 * @param toBeSigned exactly the bytes that the maker signed
 * @param makerCertificate the maker's certificate, DER
 * @param algorithm the object identifier of the maker's signature
 * @param quirks where the seal departs from the standard without losing its meaning
 */
public record ElectronicSeal(
        byte[] encoded,
        byte[] toBeSigned,
        SealContent content,
        byte[] makerCertificate,
        String algorithm,
        byte[] signature,
        List<Quirk> quirks) {

    /** Departures that are tolerated on reading and named in reports. */
    public enum Quirk {
        /** The signature is r and s side by side instead of a DER sequence of the two. */
        RAW_SIGNATURE,
        /** A time is written as UTCTime, which V1 asked for and later versions do not. */
        UTC_TIME,
        /** The list of signers holds something that is not a certificate; it lets nobody sign. */
        SIGNER_IS_NO_CERTIFICATE
    }

    /** Whether this certificate (DER) is in the seal's list of signers; digests are compared under SM3. */
    public boolean lists(byte[] certificate) {
        return switch (content.signers()) {
            case SealContent.SignerList.Certificates certificates ->
                certificates.encoded().stream().anyMatch(listed -> Arrays.equals(listed, certificate));
            case SealContent.SignerList.Digests digests ->
                digests.digests().stream().anyMatch(digest -> Arrays.equals(digest.value(), Sm3.digest(certificate)));
        };
    }
}
