package org.yinxin.pki;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class MasterKeyTest {

    private static final String ONE = Base64.getEncoder().encodeToString("0123456789abcdef0123456789abcdef".getBytes());
    private static final String OTHER =
            Base64.getEncoder().encodeToString("fedcba9876543210fedcba9876543210".getBytes());
    private static final byte[] SECRET = "a private key".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] CONTEXT = "key 1".getBytes(StandardCharsets.US_ASCII);

    @Test
    void whatWasWrappedOpensInItsPlaceOnly() throws GeneralSecurityException {
        MasterKey key = MasterKey.of(ONE);
        byte[] wrapped = key.wrap(SECRET, CONTEXT);

        assertThat(key.unwrap(wrapped, CONTEXT)).isEqualTo(SECRET);
        assertThat(new String(wrapped, StandardCharsets.ISO_8859_1)).doesNotContain("private");
        assertThatThrownBy(() -> key.unwrap(wrapped, "key 2".getBytes(StandardCharsets.US_ASCII)))
                .isInstanceOf(GeneralSecurityException.class);
        assertThatThrownBy(() -> MasterKey.of(OTHER).unwrap(wrapped, CONTEXT))
                .isInstanceOf(GeneralSecurityException.class);
    }

    @Test
    void wrappingTheSameTwiceGivesDifferentBytes() throws GeneralSecurityException {
        MasterKey key = MasterKey.of(ONE);

        assertThat(key.wrap(SECRET, CONTEXT)).isNotEqualTo(key.wrap(SECRET, CONTEXT));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " "})
    void aMissingKeyIsToldWhatToSet(String setting) {
        assertThatThrownBy(() -> MasterKey.of(setting)).hasMessageContaining("YINXIN_PKI_MASTER_KEY");
    }

    @ParameterizedTest
    @ValueSource(strings = {"not base64!", "dG9vIHNob3J0"})
    void aBrokenKeyIsToldItsFormAndNotRepeated(String setting) {
        assertThatThrownBy(() -> MasterKey.of(setting))
                .hasMessageContaining("exactly 32 bytes")
                .message()
                .doesNotContain(setting);
    }

    @Test
    void nothingPrintsTheKey() {
        assertThat(MasterKey.of(ONE)).asString().doesNotContain(ONE);
        assertThat(PkiFixtures.settings(ONE)).asString().doesNotContain(ONE);
    }
}
