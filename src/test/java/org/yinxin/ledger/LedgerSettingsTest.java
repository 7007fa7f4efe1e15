package org.yinxin.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

class LedgerSettingsTest {

    @Test
    void nodesAndKeysComeFromTheEnvironment() {
        LedgerSettings settings = bind(Map.of(
                "YINXIN_LEDGER_NODES_0_NAME", "data-administration",
                "YINXIN_LEDGER_NODES_0_URL", "http://validator-3:8545",
                "YINXIN_LEDGER_NODES_1_NAME", "court",
                "YINXIN_LEDGER_NODES_1_URL", "http://validator-4:8545",
                "YINXIN_LEDGER_ACCOUNTS_MARKETSUPERVISION_KEYSTORE", "/run/secrets/market-supervision.json",
                "YINXIN_LEDGER_ACCOUNTS_MARKETSUPERVISION_PASSWORDFILE", "/run/secrets/market-supervision.password",
                "YINXIN_LEDGER_ACCOUNTS_COURT_ADDRESS", "0x00000000000000000000000000000000000000c0"));
        assertThat(settings.nodes())
                .containsExactly(
                        new LedgerSettings.Node("data-administration", URI.create("http://validator-3:8545")),
                        new LedgerSettings.Node("court", URI.create("http://validator-4:8545")));
        LedgerSettings.Key key = settings.accounts().of(Party.MARKET_SUPERVISION);
        assertThat(key.keystore()).isEqualTo(Path.of("/run/secrets/market-supervision.json"));
        assertThat(key.passwordFile()).isEqualTo(Path.of("/run/secrets/market-supervision.password"));
        assertThat(settings.accounts().of(Party.COURT).address()).endsWith("c0");
        assertThat(settings.accounts().of(Party.PLATFORM)).isNull();
    }

    @Test
    void theRestHasDefaults() {
        LedgerSettings settings = bind(Map.of("YINXIN_LEDGER_BATCH", "100"));
        assertThat(settings.batch()).isEqualTo(100);
        assertThat(settings.nodes()).isEmpty();
        assertThat(settings.poll()).isEqualTo(Duration.ofMillis(100));
        assertThat(settings.answerWithin()).isEqualTo(Duration.ofSeconds(3));
        assertThat(settings.transactionGas()).isEqualTo(1L << 24);
        assertThat(settings.stuckAfter()).isGreaterThan(settings.sendAgainAfter());
        assertThat(settings.alarmAfter()).isGreaterThan(settings.stuckAfter());
    }

    private static LedgerSettings bind(Map<String, Object> variables) {
        StandardEnvironment environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .replace(
                        StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                        new SystemEnvironmentPropertySource(
                                StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME, variables));
        ConfigurationPropertySources.attach(environment);
        return Binder.get(environment).bindOrCreate("yinxin.ledger", LedgerSettings.class);
    }
}
