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
 * @param previousMasterKey another key that still opens what was encrypted under it, while a new one takes over
 * @param organisation who runs the certificate authority, in the names of its certificates; only read when they are
 *     first made
 * @param certificatePolicy object identifier of the policy under which certificates are issued
 * @param crlValidity how long a revocation list of an issuing authority holds; a new one is made after half of it
 * @param ocspValidity how long a signed answer about one certificate holds
 */
@ConfigurationProperties("yinxin.pki")
public record PkiSettings(
        @Nullable String masterKey,
        @Nullable String previousMasterKey,
        @DefaultValue("Yinxin") String organisation,

        @DefaultValue("2.25.108043635381712944851947810313723543543.1")
        String certificatePolicy,

        @DefaultValue("7d") Duration crlValidity,
        @DefaultValue("12h") Duration ocspValidity) {

    /** Never the keys. */
    @Override
    public String toString() {
        return "PkiSettings[organisation=" + organisation + ", certificatePolicy=" + certificatePolicy
                + ", crlValidity=" + crlValidity + ", ocspValidity=" + ocspValidity + "]";
    }
}
