package org.yinxin.pki;

import java.security.cert.X509Certificate;
import java.util.List;
import java.util.UUID;

/**
 * A certificate of the built-in authority.
 *
 * @param chain from the certificate itself to the root
 */
public record IssuedCertificate(
        UUID id, UUID keyId, KeyAlgorithm algorithm, X509Certificate certificate, List<X509Certificate> chain) {}
