package org.yinxin.pki;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Settings of keys and certificates as tests need them. */
final class PkiFixtures {

    private PkiFixtures() {}

    static PkiSettings settings(@Nullable String masterKey) {
        return settings(masterKey, null);
    }

    static PkiSettings settings(@Nullable String masterKey, @Nullable String previous) {
        return new PkiSettings(masterKey, previous, "Yinxin", "2.25.1.1", Duration.ofDays(7), Duration.ofHours(12));
    }
}
