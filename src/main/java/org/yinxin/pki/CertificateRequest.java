package org.yinxin.pki;

import java.time.Instant;
import java.util.UUID;

/**
 * A key of an issuing authority that waits for its certificate, or has it.
 *
 * @param subject the distinguished name that was asked for
 * @param encoded the PKCS #10 request, DER
 */
public record CertificateRequest(
        UUID id, KeyAlgorithm algorithm, String subject, byte[] encoded, Instant at, boolean answered) {}
