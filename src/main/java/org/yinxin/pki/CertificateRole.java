package org.yinxin.pki;

import java.util.Locale;

/** What a certificate is for. */
public enum CertificateRole {
    /** The trust anchor; signs issuing authorities only. */
    ROOT,
    /** Signs the certificates of seals and of the seal maker. */
    ISSUING,
    /** Signs seal structures. */
    MAKER,
    /** Belongs to one version of one seal. */
    SEAL;

    /** How addresses name it. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT);
    }
}
