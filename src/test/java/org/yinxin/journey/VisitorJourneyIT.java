package org.yinxin.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VisitorJourneyIT extends Journey {

    private static final List<String> PUBLIC_PAGES = List.of(
            "/",
            "/check",
            "/check/document",
            "/check/seal-file",
            "/check/search?q=nothing-of-this-name",
            "/check/proof",
            "/check/use-book",
            "/records",
            "/records?q=no-such-record",
            "/s/33010699999999",
            "/u/7KQ4-M2XD-9RTA",
            "/help/how-it-works",
            "/help/check-by-hand",
            "/help/privacy",
            "/help/accessibility",
            "/pki",
            "/sign-in",
            "/sign-up",
            "/account-recovery");

    @ParameterizedTest
    @CsvSource({"en,360", "en,1280", "zh-CN,360", "zh-CN,1280"})
    void whatAnyoneMayOpenFitsPhonesAndDesksInBothLanguages(String language, int width) {
        read(language);
        browser().widen(width);
        for (String address : PUBLIC_PAGES) {
            Page page = open(address);

            assertThat(page.language()).as(address).isEqualTo(language);
            assertThat(page.heading()).as(address).isNotBlank();
            assertThat(page.overhang())
                    .as("pixels of %s that a reader must scroll sideways for", address)
                    .isZero();
        }
    }

    @Test
    void theLanguageIsSwitchedWhereTheReaderIs() {
        read("en");
        Page chinese = open("/help/privacy").switchLanguage();

        assertThat(chinese.isAt("/help/privacy").language()).isEqualTo("zh-CN");
        assertThat(open("/check").language()).as("remembered").isEqualTo("zh-CN");
    }

    @Test
    void whatDoesNotExistIsSaidInWords() {
        read("en");
        Page page = open("/help/no-such-page");

        assertThat(page.heading()).isEqualTo("Page not found");
    }

    @Test
    void whatIsNotPublicLeadsToTheSignIn() {
        read("en");
        for (String address : List.of("/applications", "/office/reviews", "/seals", "/stamping", "/account")) {
            open(address).isAt("/sign-in.*");
        }
    }
}
