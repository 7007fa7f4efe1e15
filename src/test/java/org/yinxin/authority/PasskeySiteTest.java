package org.yinxin.authority;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.env.MockEnvironment;
import org.yinxin.ledger.authority.HolderSignature;
import org.yinxin.shared.Digest;
import org.yinxin.site.SiteSettings;

class PasskeySiteTest {

    private static final String ORIGIN = "https://seals.example.gov";

    private final PasskeySite site = site(ORIGIN);

    @ParameterizedTest
    @CsvSource({
        "https://seals.example.gov,https://seals.example.gov",
        "https://seals.example.gov:443/yinxin,https://seals.example.gov",
        "https://seals.example.gov:8443,https://seals.example.gov:8443",
        "http://localhost:8080,http://localhost:8080",
        "http://localhost:80,http://localhost"
    })
    void pagesOfThePublicAddressMayAsk(String address, String origin) {
        assertThat(site(address).origins()).containsExactly(origin);
    }

    @Test
    void anAssertionGivenHereCounts() {
        assertThat(site.gave(assertion("seals.example.gov", "\"origin\":\"" + ORIGIN + "\"")))
                .isTrue();
        assertThat(site.gave(
                        assertion("seals.example.gov", "\"origin\":\"" + ORIGIN + "\",\"crossOrigin\":false,\"x\":1")))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"origin\":\"https://seals.example.gov.evil.example\"",
                "\"origin\":\"http://seals.example.gov\"",
                "\"origin\":\"https://seals.example.gov:8443\"",
                "\"origin\":\"https://seals.example.gov/\"",
                "\"origin\":\"https://seals.example.gov\",\"crossOrigin\":true",
                "\"origin\":\"https://seals.example.gov\",\"crossOrigin\":\"false\"",
                "\"origin\":\"https://seals.example.gov\",\"topOrigin\":\"https://evil.example\"",
                "\"origin\":\"https://evil.example\",\"origin\":\"https://seals.example.gov\"",
                "\"origin\":[\"https://seals.example.gov\"]",
                "\"type\":\"webauthn.get\""
            })
    void oneGivenElsewhereDoesNot(String members) {
        assertThat(site.gave(assertion("seals.example.gov", members))).isFalse();
    }

    @Test
    void oneForAnotherDomainDoesNot() {
        assertThat(site.gave(assertion("example.gov", "\"origin\":\"" + ORIGIN + "\"")))
                .isFalse();
    }

    @Test
    void aRawSignatureIsNone() {
        assertThat(site.gave(HolderSignature.raw(BigInteger.ONE, BigInteger.ONE)))
                .isFalse();
    }

    private static HolderSignature assertion(String domain, String members) {
        byte[] data = new byte[37];
        byte[] hash = Digest.sha256(domain.getBytes(StandardCharsets.UTF_8)).bytes();
        System.arraycopy(hash, 0, data, 0, hash.length);
        return HolderSignature.assertion(BigInteger.ONE, BigInteger.ONE, data, "{" + members + "}");
    }

    private static PasskeySite site(String address) {
        return new PasskeySite(new SiteSettings(address, false), new MockEnvironment());
    }
}
