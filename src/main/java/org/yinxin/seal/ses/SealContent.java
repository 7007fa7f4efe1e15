package org.yinxin.seal.ses;

import java.time.Instant;
import java.util.List;
import org.bouncycastle.asn1.gm.GMObjectIdentifiers;

/**
 * What a seal says (SES_SealInfo): whose it is, who may sign with it, how long, and what it looks like.
 *
 * @param version of the structure: 1, 4 or 5
 * @param vendor who made the seal's software (Vid)
 * @param number the seal's number (esID)
 * @param type 0 personal, 1 statutory name, 2 finance, 3 invoice, 4 contract, 5 legal representative, 6 business, 99
 *     other
 * @param name what the seal is called, by law the owner's name in full
 * @param extensions what the maker added
 * @param signers the certificates that may sign with this seal, or their digests
 */
public record SealContent(
        int version,
        String vendor,
        String number,
        int type,
        String name,
        SignerList signers,
        Instant createdAt,
        Instant validFrom,
        Instant validTo,
        SealPicture picture,
        List<SealExtension> extensions) {

    public SealContent(
            int version,
            String vendor,
            String number,
            int type,
            String name,
            SignerList signers,
            Instant createdAt,
            Instant validFrom,
            Instant validTo,
            SealPicture picture) {
        this(version, vendor, number, type, name, signers, createdAt, validFrom, validTo, picture, List.of());
    }

    /** Who may sign with a seal (SES_CertList). */
    public sealed interface SignerList {

        /** List type 1: the certificates themselves, DER. */
        record Certificates(List<byte[]> encoded) implements SignerList {}

        /** List type 2: digests of the certificates. */
        record Digests(List<CertificateDigest> digests) implements SignerList {}
    }

    /**
     * The digest of one certificate (CertDigestObj).
     *
     * @param algorithm as written: {@code SM3} or its object identifier
     */
    public record CertificateDigest(String algorithm, byte[] value) {

        boolean isSm3() {
            return algorithm.equalsIgnoreCase("SM3") || algorithm.equals(GMObjectIdentifiers.sm3.getId());
        }
    }
}
