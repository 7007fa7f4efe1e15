package org.yinxin.pki;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of keys and certificates.
 *
 * @param masterKey base64 of the 32 bytes under which private keys are encrypted in the database; required, and drawn
 *     once by the embedded profile
 * @param organisation who runs the certificate authority, in the names of its certificates; only read when they are
 *     first made
 * @param crlValidity how long a revocation list of an issuing authority holds; a new one is made after half of it
 */
@ConfigurationProperties("yinxin.pki")
public record PkiSettings(
        @Nullable String masterKey,
        @DefaultValue("Yinxin") String organisation,
        @DefaultValue("7d") Duration crlValidity) {

    /** Never the key. */
    @Override
    public String toString() {
        return "PkiSettings[organisation=" + organisation + ", crlValidity=" + crlValidity + "]";
    }
}
