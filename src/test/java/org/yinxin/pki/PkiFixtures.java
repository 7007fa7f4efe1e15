package org.yinxin.pki;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Settings of keys and certificates as tests need them. */
final class PkiFixtures {

    static final HsmSettings NO_HSM = new HsmSettings(null, 0, null, "none");

    private PkiFixtures() {}

    static PkiSettings settings(@Nullable String masterKey) {
        return settings(masterKey, null);
    }

    static PkiSettings settings(@Nullable String masterKey, @Nullable String previous) {
        return new PkiSettings(masterKey, previous, "Yinxin", "2.25.1.1", Duration.ofDays(7), Duration.ofHours(12));
    }

    /** Wraps under the first key and opens what either wrapped. */
    static KeyVault vault(String masterKey, @Nullable String previous) {
        return new KeyVault(settings(masterKey, previous), NO_HSM);
    }

    static KeyVault vault(String masterKey, Path library, String wrappingKey) {
        KeyVault vault = new KeyVault(settings(masterKey), new HsmSettings(library, 0, SoftHsm.PIN, wrappingKey));
        vault.prepare();
        return vault;
    }

    static KeyCustody custody(JdbcClient jdbc, Clock clock, String masterKey, @Nullable String previous) {
        return new KeyCustody(jdbc, clock, vault(masterKey, previous));
    }
}
