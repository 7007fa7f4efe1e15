package org.yinxin.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletRequest;

class OriginTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/140.0 Safari/537.36 Edg/140.0 | Edge, Windows
                    Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/140.0 Safari/537.36 | Chrome, Linux
                    Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1 Version/18.0 Safari/605.1 | Safari, macOS
                    Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605 MicroMessenger/8.0 | WeChat, iPhone
                    Mozilla/5.0 (Android 15; Mobile; rv:140.0) Gecko/140.0 Firefox/140.0 | Firefox, Android
                    curl/8.0 | ''
                    """)
    void theBrowsersFamilyAndSystemAreRecognised(String agent, String family) {
        assertThat(BrowserFamily.of(agent)).isEqualTo(family);
    }

    @ParameterizedTest
    @CsvSource({
        "203.0.113.77, 203.0.113.*",
        "2001:db8:12:34:a:b:c:d, 2001:db8:12:*",
        "::1, localhost",
        "127.0.0.1, localhost",
        "evil.example, ''"
    })
    void anAddressIsShortenedBeforeItIsKept(String address, String shortened) {
        assertThat(NetworkAddress.shortened(address)).isEqualTo(shortened);
    }

    @ParameterizedTest
    @CsvSource({"203.0.113.77, 203.0.113.77", "2001:db8:12:34:a:b:c:d, 2001:db8:12:34"})
    void attemptsAreCountedByWhatOneSubscriberHas(String address, String counted) {
        assertThat(NetworkAddress.countedBy(address)).isEqualTo(counted);
    }

    @Test
    void aRequestWithoutUserAgentHasNoBrowser() {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setRemoteAddr("198.51.100.4");
        assertThat(Origin.of(request)).isEqualTo(new Origin("", "198.51.100.*"));
    }
}
