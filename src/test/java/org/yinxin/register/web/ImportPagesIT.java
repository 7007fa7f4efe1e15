package org.yinxin.register.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.yinxin.IntegrationTest;
import org.yinxin.account.AccountFixtures;
import org.yinxin.account.AccountPrincipal;
import org.yinxin.register.MarketRegister;
import org.yinxin.register.RegisterFixtures;
import org.yinxin.shared.Bureau;
import org.yinxin.shared.Uscc;

class ImportPagesIT extends IntegrationTest {

    private static final String IMPORTS = "/office/register/imports";
    private static final String HEADINGS =
            "USCC,Name,English name,Kind,Legal representative,Identity number,Address,Status,Established on,Division,Note\n";

    @Autowired
    private MockMvc site;

    @Autowired
    private AccountFixtures accounts;

    @Autowired
    private MarketRegister register;

    private AccountPrincipal market;

    @BeforeEach
    void anOfficer() {
        market = accounts.officer(Bureau.MARKET_SUPERVISION).principal();
    }

    @Test
    void aFileIsShownConfirmedTakenAndListed() throws Exception {
        Uscc code = RegisterFixtures.uscc();
        String number = RegisterFixtures.nationalId().value();

        String address = redirect(upload("登记.csv", HEADINGS + row(code, number, "Ok"), ""));
        Document preview = page(get(address), 200);
        assertThat(preview.select("main").text())
                .contains("1 row")
                .contains("The first row as it was read")
                .contains(code.value())
                .contains("read, not shown")
                .contains("are ignored: Note")
                .doesNotContain(number);
        assertThat(register.find(code)).isEmpty();

        redirect(post(address).with(csrf()).param("mode", "ALL_OR_NOTHING"));
        Document ended = ended(address);

        assertThat(ended.select(".app-outcome").text()).contains("The file is in the register");
        assertThat(ended.select(".app-figures").text()).contains("Added 1");
        assertThat(register.find(code)).isPresent();
        Document history = page(get(IMPORTS), 200);
        assertThat(history.select("tbody tr").first().text())
                .contains("登记.csv")
                .contains("孙雨桐")
                .contains("Taken");
    }

    @Test
    void theSameFileIsRecognised() throws Exception {
        String file = HEADINGS
                + row(RegisterFixtures.uscc(), RegisterFixtures.nationalId().value(), "");
        String first = redirect(upload("a.csv", file, ""));
        redirect(post(first).with(csrf()).param("mode", "GOOD_ROWS"));
        ended(first);

        Document again = page(get(redirect(upload("b.csv", file, ""))), 200);

        assertThat(again.select(".govuk-inset-text").text()).contains("The very same file was imported before");
    }

    @Test
    void aWordIsNeededBeforeAnythingHappens() throws Exception {
        String address = redirect(upload("a.csv", HEADINGS + row(RegisterFixtures.uscc(), "1", ""), ""));

        Document page = page(post(address).with(csrf()), 400);

        assertThat(page.title()).startsWith("Error: ");
        assertThat(page.select(".govuk-error-summary a").attr("href")).isEqualTo("#mode");
    }

    @Test
    void theReportNamesRowColumnValueAndRemedyAndIsHarmlessInASpreadsheet() throws Exception {
        String hostile = "=HYPERLINK(\"\"http://example.org\"\")";
        String file = HEADINGS
                + "\"" + hostile + "\",=1+1,,LIMITED_COMPANY,沈知远,330106197803120019,路,ACTIVE,2015-03-08,330106,\n"
                + row(RegisterFixtures.uscc(), "12", "");
        String address = redirect(upload("bad.csv", file, ""));
        redirect(post(address).with(csrf()).param("mode", "ALL_OR_NOTHING"));

        Document ended = ended(address);
        assertThat(ended.select(".app-outcome").text()).contains("Nothing was taken");
        assertThat(ended.select("tbody tr").first().text())
                .contains("2")
                .contains("USCC")
                .contains("=HYPERLINK")
                .contains("enter all 18 characters");
        assertThat(ended.select("tbody").text()).contains("33**************19").doesNotContain("330106197803120019");

        MockHttpServletResponse report = answer(get(address + "/errors.csv"));
        byte[] bytes = report.getContentAsByteArray();
        assertThat(bytes).startsWith(0xEF, 0xBB, 0xBF);
        assertThat(report.getHeader("Content-Disposition")).startsWith("attachment");
        assertThat(new String(bytes, StandardCharsets.UTF_8))
                .contains("Row,Column,Value,What to do")
                .contains("'=HYPERLINK")
                .contains("'=1+1")
                .doesNotContainPattern("(^|,|\n)\"?=");
    }

    @Test
    void theReportSpeaksChinese() throws Exception {
        String address = redirect(upload("bad.csv", HEADINGS + row(RegisterFixtures.uscc(), "12", ""), ""));
        redirect(post(address).with(csrf()).param("mode", "GOOD_ROWS"));
        ended(address);

        byte[] bytes = site.perform(get(address + "/errors.csv")
                        .header("Accept-Language", "zh-CN")
                        .with(user(market)))
                .andReturn()
                .getResponse()
                .getContentAsByteArray();

        assertThat(new String(bytes, StandardCharsets.UTF_8))
                .contains("行,列,内容,如何改正")
                .contains("法定代表人身份证号");
    }

    @Test
    void aTemplateHoldsTheHeadings() throws Exception {
        MockHttpServletResponse template = answer(get(IMPORTS + "/template.csv"));

        assertThat(template.getContentAsString(StandardCharsets.UTF_8)).startsWith("\uFEFFUSCC,Name,English name,Kind");
    }

    @Test
    void theSampleFilesAreReadAsTheyAreMeant() throws Exception {
        assertThat(page(get(redirect(sample("sample-enterprises.csv"))), 200)
                        .select("main")
                        .text())
                .contains("12 rows")
                .contains("UTF-8");
        assertThat(page(get(redirect(sample("sample-enterprises-gb18030.csv"))), 200)
                        .select("main")
                        .text())
                .contains("GB 18030")
                .contains("国标样例");
        String bad = redirect(sample("sample-enterprises-with-errors.csv"));
        redirect(post(bad).with(csrf()).param("mode", "ALL_OR_NOTHING"));
        assertThat(ended(bad).select("#problems-title").text()).isEqualTo("9 problems to mend");
    }

    @Test
    void aWrongEncodingCanBeOverridden() throws Exception {
        byte[] file = (HEADINGS + row(RegisterFixtures.uscc(), "1", "")).getBytes(Charset.forName("GB18030"));

        Document refused = page(upload("a.csv", file, "UTF_8"), 400);
        assertThat(refused.select("#file-error").text()).contains("cannot be read in this encoding");
        assertThat(redirect(upload("a.csv", file, "GB18030"))).startsWith(IMPORTS + "/");
    }

    @Test
    void filesThatAreNoTablesAreRefusedWithTheReason() throws Exception {
        assertThat(refusal("")).contains("not empty");
        assertThat(refusal("PK\u0003\u0004\0\0")).contains("not plain text");
        assertThat(refusal("USCC,Name\n")).contains("Kind, Legal representative");
        assertThat(refusal(HEADINGS)).contains("no rows");
        assertThat(refusal(HEADINGS + "\"" + "章".repeat(2_500_000))).isNotEmpty();
        assertThat(refusal("x".repeat(10 * 1024 * 1024 + 1))).contains("10 MB");
    }

    @Test
    void anotherBureausImportDoesNotExist() throws Exception {
        String address = redirect(upload("a.csv", HEADINGS + row(RegisterFixtures.uscc(), "1", ""), ""));
        AccountPrincipal police = accounts.officer(Bureau.PUBLIC_SECURITY).principal();

        for (AbstractMockHttpServletRequestBuilder<?> request : List.<AbstractMockHttpServletRequestBuilder<?>>of(
                get(address),
                get(address + "/errors.csv"),
                post(address).with(csrf()).param("mode", "GOOD_ROWS"),
                post(address + "/discard").with(csrf()))) {
            assertThat(site.perform(request.with(user(police)))
                            .andReturn()
                            .getResponse()
                            .getStatus())
                    .isEqualTo(404);
        }
    }

    @Test
    void aFilePutAsideIsGone() throws Exception {
        String address = redirect(upload("a.csv", HEADINGS + row(RegisterFixtures.uscc(), "1", ""), ""));

        assertThat(redirect(post(address + "/discard").with(csrf()))).isEqualTo(IMPORTS);
        assertThat(page(get(address), 200).select(".app-outcome").text()).contains("put aside");
    }

    private String refusal(String file) throws Exception {
        return page(upload("a.csv", file, ""), 400).select("#file-error").text();
    }

    private static String row(Uscc code, String number, String note) {
        return code + ",杭州页面" + code + "有限公司,,LIMITED_COMPANY,沈知远," + number
                + ",杭州市西湖区文三路 100 号,ACTIVE,2015-03-08,330106," + note + "\n";
    }

    private static AbstractMockHttpServletRequestBuilder<?> sample(String name) throws Exception {
        return upload(name, new ClassPathResource("demo/" + name).getContentAsByteArray(), "");
    }

    private static AbstractMockHttpServletRequestBuilder<?> upload(String name, String file, String encoding) {
        return upload(name, file.getBytes(StandardCharsets.UTF_8), encoding);
    }

    private static AbstractMockHttpServletRequestBuilder<?> upload(String name, byte[] file, String encoding) {
        return multipart(IMPORTS + "/new")
                .file(new MockMultipartFile("file", name, "text/csv", file))
                .param("encoding", encoding)
                .with(csrf());
    }

    private Document ended(String address) throws Exception {
        Instant end = Instant.now().plusSeconds(30);
        Document page = page(get(address), 200);
        while (!page.select("[data-refresh-url]").isEmpty() && Instant.now().isBefore(end)) {
            assertThat(page.select("noscript meta[http-equiv=refresh]")).isNotEmpty();
            Thread.sleep(200);
            page = page(get(address), 200);
        }
        return page;
    }

    private Document page(AbstractMockHttpServletRequestBuilder<?> request, int status) throws Exception {
        MockHttpServletResponse response = answer(request);
        assertThat(response.getStatus()).isEqualTo(status);
        return Jsoup.parse(response.getContentAsString());
    }

    private String redirect(AbstractMockHttpServletRequestBuilder<?> request) throws Exception {
        MockHttpServletResponse response = answer(request);
        assertThat(response.getStatus()).isEqualTo(302);
        return String.valueOf(response.getRedirectedUrl());
    }

    private MockHttpServletResponse answer(AbstractMockHttpServletRequestBuilder<?> request) throws Exception {
        return site.perform(request.header("Accept-Language", "en").with(user(market)))
                .andReturn()
                .getResponse();
    }
}
