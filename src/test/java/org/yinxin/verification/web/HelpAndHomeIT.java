package org.yinxin.verification.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.MockMvc;
import org.yinxin.IntegrationTest;
import org.yinxin.seal.SealFixtures;

class HelpAndHomeIT extends IntegrationTest {

    @Autowired
    private ApplicationContext context;

    @Autowired
    private MockMvc site;

    @Test
    void theHomePageHasThreeDoorsACheckBoxAndLiveFigures() throws Exception {
        new SealFixtures(context).active();

        PublicPage page = PublicPage.open(site, "/");

        assertThat(page.document().select(".app-door h2").eachText())
                .containsExactly("Enterprises", "Everyone", "Officers");
        assertThat(page.document().select("form[action='/check/search'] input[name=q]"))
                .hasSize(1);
        assertThat(page.fact("E-seals in use")).matches("[\\d,]+");
        assertThat(page.fact("Last record")).contains("in block");
        assertThat(page.fact("Authorities that hold it"))
                .contains("This installation alone")
                .contains("one party only");
    }

    @Test
    void theHomePageStandsWhileTheChainIsDown() throws Exception {
        SilentChain.during(() -> {
            PublicPage page = PublicPage.open(site, "/");

            assertThat(page.status()).isEqualTo(200);
            assertThat(page.document().select(".app-door")).hasSize(3);
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /help/how-it-works  | en    | How an e-seal comes about
            /help/how-it-works  | zh-CN | 电子印章如何产生
            /help/privacy       | en    | Privacy
            /help/privacy       | zh-CN | 隐私说明
            /help/accessibility | en    | Accessibility
            /help/accessibility | zh-CN | 无障碍说明
            /help/check-by-hand | en    | Check a stamped document by hand
            /help/check-by-hand | zh-CN | 自行查验用印文件
            """)
    void helpIsThereInBothLanguages(String address, String language, String heading) throws Exception {
        PublicPage page = PublicPage.open(site, address, language);

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.heading()).startsWith(heading);
        assertThat(page.text()).doesNotContain("??");
    }

    @Test
    void commandsToCheckByHandNameThisPortal() throws Exception {
        PublicPage page = PublicPage.open(site, "/help/check-by-hand");

        assertThat(page.text(".app-command"))
                .contains("curl -O http://localhost:8080/pki/root-p256.crt")
                .contains("eth_getTransactionReceipt")
                .contains("pdfsig -nssdir");
    }

    @Test
    void anErrorPageKnowsTheWayBackInTheOtherLanguage() throws Exception {
        PublicPage page = PublicPage.open(site, "/s/99999999999999");

        assertThat(page.document().select("a[hreflang=zh-CN]").attr("href")).contains("back=/s/99999999999999");
    }
}
