package org.yinxin.pki;

import java.security.cert.X509Certificate;

/**
 * An authority that the public may trust and fetch.
 *
 * @param generation 1 for the first of its role and algorithm
 */
public record PublishedAuthority(
        CertificateRole role, KeyAlgorithm algorithm, int generation, X509Certificate certificate) {

    static PublishedAuthority of(CertificateRecords.Record record) {
        return new PublishedAuthority(record.role(), record.algorithm(), record.generation(), record.certificate());
    }

    /** Its part of the addresses of its files, such as {@code issuing-p256}. */
    public String name() {
        return PublicationAddresses.name(role, algorithm, generation);
    }

    /** Whether it revokes certificates and so publishes a list. */
    public boolean revokes() {
        return role == CertificateRole.ROOT || role == CertificateRole.ISSUING;
    }
}
