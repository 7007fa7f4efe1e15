package org.yinxin.ledger.web3j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.web3j.utils.Numeric;
import org.yinxin.ledger.LedgerSettings.Key;
import org.yinxin.ledger.LedgerSettings.Keys;
import org.yinxin.ledger.Party;

class KeystoresTest {

    /** Drawing and opening keys is dear on purpose: what only reads them shares these. */
    @TempDir
    static Path folder;

    private static PartyAccounts drawn;

    @BeforeAll
    static void draw() {
        drawn = Keystores.embedded(folder);
    }

    @Test
    void theEmbeddedProfileDrawsAKeyForEachPartyAndKeepsIt() throws IOException {
        PartyAccounts second = Keystores.embedded(folder);
        for (Party party : Party.values()) {
            assertThat(second.address(party)).isEqualTo(drawn.address(party));
        }
        assertThat(Arrays.stream(Party.values()).map(drawn::address).map(Numeric::toHexString))
                .doesNotHaveDuplicates();
        assertThat(Files.getPosixFilePermissions(folder.resolve("platform.json")))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
        assertThat(Files.getPosixFilePermissions(folder.resolve("password")))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }

    @Test
    void twoInstallationsNeverShareAKey(@TempDir Path other) {
        assertThat(Keystores.embedded(other).address(Party.PLATFORM)).isNotEqualTo(drawn.address(Party.PLATFORM));
    }

    @Test
    void configuredKeysAreReadWithTheirPasswordFiles() {
        PartyAccounts configured = configured(keys(key("platform", "password")));
        assertThat(configured.address(Party.PUBLIC_SECURITY)).isEqualTo(drawn.address(Party.PUBLIC_SECURITY));
    }

    @Test
    void theCourtNeedsAnAddressOnly() {
        String court = Numeric.toHexString(drawn.address(Party.COURT));
        Keys keys = new Keys(
                key("market-supervision", "password"),
                key("public-security", "password"),
                key("data-administration", "password"),
                new Key(null, null, null, null, court),
                key("platform", "password"));
        assertThat(configured(keys).address(Party.COURT)).isEqualTo(drawn.address(Party.COURT));
    }

    @Test
    void aMissingKeyStopsTheStartAndNamesTheVariable() {
        assertThatThrownBy(() -> configured(new Keys(null, null, null, null, null)))
                .isInstanceOf(LedgerSettingMissing.class)
                .hasMessageContaining("YINXIN_LEDGER_ACCOUNTS_MARKETSUPERVISION_KEYSTORE");
        assertThatThrownBy(() -> configured(keys(new Key(folder.resolve("platform.json"), null, null, null, null))))
                .isInstanceOf(LedgerSettingMissing.class)
                .hasMessageContaining("YINXIN_LEDGER_ACCOUNTS_PLATFORM_PASSWORDFILE");
    }

    @Test
    void aWrongPasswordStopsTheStartAndIsNotRepeated() {
        Key wrong = new Key(folder.resolve("platform.json"), "not-the-password", null, null, null);
        assertThatThrownBy(() -> configured(keys(wrong)))
                .isInstanceOf(LedgerSettingMissing.class)
                .hasMessageContaining("cannot be opened")
                .hasMessageNotContaining("not-the-password");
        assertThat(wrong.toString()).doesNotContain("not-the-password");
    }

    private static PartyAccounts configured(Keys keys) {
        return ConfiguredAccounts.read(keys, Duration.ofSeconds(1));
    }

    private Keys keys(Key platform) {
        return new Keys(
                key("market-supervision", "password"),
                key("public-security", "password"),
                key("data-administration", "password"),
                key("court", "password"),
                platform);
    }

    private Key key(String party, String passwordFile) {
        return new Key(folder.resolve(party + ".json"), null, folder.resolve(passwordFile), null, null);
    }
}
