package org.yinxin.verification.document;

import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.util.List;

/**
 * Whom the check believes.
 *
 * @param roots the platform's own
 * @param issuing the authorities below them, so that a document need not carry them
 * @param revocations the present lists of those authorities
 */
record Trust(List<X509Certificate> roots, List<X509Certificate> issuing, List<X509CRL> revocations) {}
