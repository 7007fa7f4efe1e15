package org.yinxin.pki;

import java.util.Locale;

/** What a certificate is for. */
public enum CertificateRole {
    /** The trust anchor; signs issuing authorities only. */
    ROOT,
    /** Signs the certificates of seals, of the seal maker, of responders and of time-stamp authorities. */
    ISSUING,
    /** Signs seal structures. */
    MAKER,
    /** Signs answers about revocation on behalf of one issuing authority (RFC 6960, 4.2.2.2). */
    OCSP,
    /** Signs time stamps (RFC 3161, 2.3). */
    TSA,
    /** Signs what the platform states, such as statements of use books. */
    SERVICE,
    /** Belongs to one version of one seal. */
    SEAL,
    /** An authority above ours that somebody else runs. */
    EXTERNAL;

    /** How addresses name it. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Which role signs it. */
    CertificateRole above() {
        return this == ISSUING ? ROOT : ISSUING;
    }
}
