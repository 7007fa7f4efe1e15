package org.yinxin.mandate.web;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What comes back when a giver signed.
 *
 * @param compared whether the giver compared the key's fingerprint with its holder's
 * @param expiry of the signature, in seconds since 1970
 */
public record SignatureForm(
        @Nullable Boolean compared,
        @Nullable Long expiry,
        @Nullable String signature) {

    boolean isCompared() {
        return Boolean.TRUE.equals(compared);
    }

    Instant until() {
        return Instant.ofEpochSecond(expiry == null ? 0 : Math.clamp(expiry, 0, 99_999_999_999L));
    }

    String signed() {
        return signature == null ? "" : signature;
    }
}
