package org.yinxin.pki;

/** Has a digest stamped with the present time by a time-stamp authority (RFC 3161). */
public interface TimeStamper {

    /**
     * @param digest 32 bytes, SM3 for {@link TimeStampFamily#SM2} and SHA-256 for {@link TimeStampFamily#P256}
     * @return the TimeStampToken with its authority's certificates, DER
     * @throws TimeStampUnavailableException when no authority answers; the level of a signature is lowered then, and the
     *     signature is made all the same
     */
    byte[] token(TimeStampFamily family, byte[] digest);
}
