package org.yinxin.register.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.util.List;
import javax.imageio.ImageIO;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.springframework.transaction.support.TransactionTemplate;
import org.yinxin.IntegrationTest;
import org.yinxin.account.AccountFixtures;
import org.yinxin.account.AccountPrincipal;
import org.yinxin.account.NationalIdDigests;
import org.yinxin.register.Author;
import org.yinxin.register.EnterpriseEntry;
import org.yinxin.register.EnterpriseOffice;
import org.yinxin.register.EnterpriseStatus;
import org.yinxin.register.MarketRegister;
import org.yinxin.register.RegisterBooks;
import org.yinxin.register.RegisterFixtures;
import org.yinxin.register.SealFilings;
import org.yinxin.shared.Bureau;
import org.yinxin.shared.NationalId;
import org.yinxin.shared.SealCode;
import org.yinxin.shared.Uscc;

class RegisterPagesIT extends IntegrationTest {

    private static final String ENTERPRISES = "/office/register/enterprises";
    private static final String FILINGS = "/office/register/filings";

    @Autowired
    private MockMvc site;

    @Autowired
    private AccountFixtures accounts;

    @Autowired
    private RegisterBooks books;

    @Autowired
    private MarketRegister register;

    @Autowired
    private EnterpriseOffice office;

    @Autowired
    private SealFilings filings;

    @Autowired
    private NationalIdDigests digests;

    @Autowired
    private TransactionTemplate transactions;

    private AccountPrincipal market;
    private AccountPrincipal police;
    private Uscc uscc;
    private EnterpriseEntry enterprise;

    @BeforeEach
    void anEnterprise() {
        market = accounts.officer(Bureau.MARKET_SUPERVISION).principal();
        police = accounts.officer(Bureau.PUBLIC_SECURITY).principal();
        uscc = RegisterFixtures.uscc();
        enterprise = RegisterFixtures.enterprise(uscc);
        transactions.executeWithoutResult(transaction ->
                books.putEnterprises(List.of(RegisterFixtures.row(enterprise)), Author.officer(market.personId())));
    }

    @Test
    void theListIsSearchedByCodeNameAndLegalRepresentative() throws Exception {
        for (String asked : List.of(
                uscc.grouped(),
                uscc.value().substring(0, 16),
                enterprise.nameZh(),
                "试验" + uscc.value(),
                "hangzhou trial " + uscc.value())) {
            Document page = page(get(ENTERPRISES).param("q", asked), market, 200);
            assertThat(page.select("tbody a").eachText()).as(asked).contains(enterprise.nameZh());
            assertThat(page.select("input#q").val()).isEqualTo(asked);
        }
        assertThat(page(get(ENTERPRISES).param("q", "沈知"), market, 200).select(".app-count"))
                .isNotEmpty();
    }

    @Test
    void aSearchWithoutResultSaysWhatToDo() throws Exception {
        Document page = page(get(ENTERPRISES).param("q", "绝不存在的企业%_'"), market, 200);

        assertThat(page.select(".app-empty").text()).contains("matches your search");
        assertThat(page.select("table")).isEmpty();
    }

    @Test
    void filtersAndOrderStayInTheLinks() throws Exception {
        Document page = page(
                get(ENTERPRISES)
                        .param("q", "试验")
                        .param("status", "ACTIVE")
                        .param("sort", "code")
                        .param("direction", "descending"),
                market,
                200);

        assertThat(page.select("th[aria-sort=descending]").text()).isEqualTo("Unified social credit code");
        assertThat(page.select("th[aria-sort=none] a").attr("href"))
                .contains("status=ACTIVE")
                .contains("q=%E8%AF%95%E9%AA%8C");
        assertThat(page.select("select#status option[selected]").val()).isEqualTo("ACTIVE");
        assertThat(page(get(ENTERPRISES).param("q", uscc.value()).param("status", "DEREGISTERED"), market, 200)
                        .select("tbody a"))
                .isEmpty();
    }

    @Test
    void longListsArePaged() throws Exception {
        transactions.executeWithoutResult(transaction -> books.putEnterprises(
                java.util.stream.IntStream.range(0, 60)
                        .mapToObj(i -> RegisterFixtures.row(RegisterFixtures.enterprise(RegisterFixtures.uscc())))
                        .toList(),
                Author.officer(market.personId())));

        Document second = page(get(ENTERPRISES).param("page", "2"), market, 200);
        assertThat(second.select("tbody tr")).hasSize(25);
        assertThat(second.select("nav.govuk-pagination a[aria-current=page]").text())
                .isEqualTo("2");
        assertThat(page(get(ENTERPRISES).param("page", "999999"), market, 200).select("tbody tr"))
                .isNotEmpty();
    }

    @Test
    void oneEnterpriseShowsItsFactsFilingsAndChangesButNeverAnIdentityNumber() throws Exception {
        SealCode code = RegisterFixtures.sealCode();
        transactions.executeWithoutResult(transaction ->
                books.putFilings(List.of(RegisterFixtures.filing(code, uscc)), Author.officer(police.personId())));

        Document page = page(get(ENTERPRISES + "/" + uscc), police, 200);

        assertThat(page.select("h1").text()).isEqualTo(enterprise.nameZh());
        assertThat(page.select("main").text())
                .contains(uscc.grouped())
                .contains(code.grouped())
                .contains("Added to the register")
                .contains("by 孙雨桐")
                .doesNotContain(enterprise.legalRepresentativeIdDigest().hex().substring(2));
        assertThat(page.select("a:contains(Change)")).isEmpty();
    }

    @Test
    void anUnknownEnterpriseIsNotFound() throws Exception {
        page(get(ENTERPRISES + "/" + RegisterFixtures.uscc()), market, 404);
        page(get(ENTERPRISES + "/nonsense"), market, 404);
    }

    @Test
    void anOfficerOfTheOwningBureauAddsAnEnterprise() throws Exception {
        Uscc fresh = RegisterFixtures.uscc();
        NationalId number = RegisterFixtures.nationalId();

        String to = redirect(
                filled(post(ENTERPRISES + "/new"), fresh.grouped()).param("legalRepresentativeId", number.value()),
                market);

        assertThat(to).isEqualTo(ENTERPRISES + "/" + fresh);
        EnterpriseEntry added = register.find(fresh).orElseThrow();
        assertThat(added.nameZh()).isEqualTo("杭州手工录入有限公司");
        assertThat(added.legalRepresentativeIdDigest()).isEqualTo(digests.digest(number));
    }

    @Test
    void whatIsWrongIsSaidBesideEveryFieldAndWhatWasTypedStays() throws Exception {
        Document page = page(
                post(ENTERPRISES + "/new")
                        .with(csrf())
                        .param("uscc", "123")
                        .param("nameZh", "Only English")
                        .param("kind", "LIMITED_COMPANY")
                        .param("status", "ACTIVE")
                        .param("establishedOn", "2015-02-30"),
                market,
                400);

        assertThat(page.title()).startsWith("Error: ");
        assertThat(page.select(".govuk-error-summary a").eachAttr("href"))
                .contains("#uscc", "#nameZh", "#establishedOn", "#address", "#legalRepresentativeId");
        assertThat(page.select("#uscc-error").text()).contains("enter all 18 characters");
        assertThat(page.select("input#uscc").val()).isEqualTo("123");
        assertThat(page.select("select#kind option[selected]").val()).isEqualTo("LIMITED_COMPANY");
    }

    @Test
    void anEarlyPilotCodeIsAcceptedWithAReasonOnly() throws Exception {
        String holds = RegisterFixtures.uscc().value();
        String failing = holds.substring(0, 17) + (holds.endsWith("0") ? "1" : "0");
        NationalId number = RegisterFixtures.nationalId();

        Document refused = page(
                filled(post(ENTERPRISES + "/new"), failing).param("legalRepresentativeId", number.value()),
                market,
                400);
        assertThat(refused.select("#uscc-error").text()).contains("does not fit");

        redirect(
                filled(post(ENTERPRISES + "/new"), failing)
                        .param("legalRepresentativeId", number.value())
                        .param("codeOverrideReason", "2015 pilot code, checked against the licence"),
                market);
        assertThat(page(get(ENTERPRISES + "/" + failing), market, 200)
                        .select("main")
                        .text())
                .contains("2015 pilot code");
    }

    @Test
    void anEnterpriseCannotBeAddedTwice() throws Exception {
        Document page = page(
                filled(post(ENTERPRISES + "/new"), uscc.value())
                        .param(
                                "legalRepresentativeId",
                                RegisterFixtures.nationalId().value()),
                market,
                400);

        assertThat(page.select("#uscc-error").text()).contains("already");
    }

    @Test
    void aChangeLeavesARecordOfBeforeAndAfter() throws Exception {
        Document form = page(get(ENTERPRISES + "/" + uscc + "/edit"), market, 200);
        assertThat(form.select("input#nameZh").val()).isEqualTo(enterprise.nameZh());
        assertThat(form.select("input#legalRepresentativeId").val()).isEmpty();

        redirect(edited(form, "status", "LICENCE_REVOKED"), market);

        assertThat(register.find(uscc)).map(EnterpriseEntry::status).contains(EnterpriseStatus.LICENCE_REVOKED);
        Element latest = page(get(ENTERPRISES + "/" + uscc), market, 200)
                .select(".app-timeline__item")
                .first();
        assertThat(latest.select("del").text()).contains("Active");
        assertThat(latest.select("ins").text()).contains("Licence revoked");
    }

    @Test
    void aNewLegalRepresentativeNeedsANewNumber() throws Exception {
        Document form = page(get(ENTERPRISES + "/" + uscc + "/edit"), market, 200);

        Document page = page(edited(form, "legalRepresentative", "林若溪"), market, 400);

        assertThat(page.select("#legalRepresentativeId-error")).isNotEmpty();
        assertThat(register.find(uscc))
                .map(EnterpriseEntry::legalRepresentative)
                .contains("沈知远");
    }

    @Test
    void nobodyOverwritesAnothersChangeUnseen() throws Exception {
        Document mine = page(get(ENTERPRISES + "/" + uscc + "/edit"), market, 200);
        Document theirs = page(get(ENTERPRISES + "/" + uscc + "/edit"), market, 200);
        redirect(edited(theirs, "address", "杭州市上城区延安路 1 号"), market);

        Document page = page(edited(mine, "address", "杭州市上城区延安路 2 号"), market, 400);

        assertThat(page.select(".govuk-error-summary").text()).contains("Somebody else changed this entry");
        assertThat(register.find(uscc)).map(EnterpriseEntry::address).contains("杭州市上城区延安路 1 号");
    }

    @ParameterizedTest
    @CsvSource({
        ENTERPRISES + "/new, PUBLIC_SECURITY",
        ENTERPRISES + "/new, DATA_ADMINISTRATION",
        FILINGS + "/new, MARKET_SUPERVISION",
        FILINGS + "/new, DATA_ADMINISTRATION",
        "/office/register/imports/new, DATA_ADMINISTRATION"
    })
    void otherBureausOnlyRead(String path, Bureau bureau) throws Exception {
        AccountPrincipal other = accounts.officer(bureau).principal();

        assertThat(answer(get(path), other).getStatus()).isEqualTo(403);
        assertThat(answer(post(path).with(csrf()), other).getStatus()).isEqualTo(403);
        assertThat(answer(get(path.replace("/new", "")), other).getStatus()).isEqualTo(200);
    }

    @Test
    void citizensAndStrangersDoNotSeeTheOffice() throws Exception {
        AccountPrincipal citizen = accounts.citizen().principal();
        for (String path : List.of(ENTERPRISES, FILINGS, "/office/register/imports")) {
            assertThat(answer(get(path), citizen).getStatus()).isEqualTo(403);
            assertThat(site.perform(get(path)).andReturn().getResponse().getStatus())
                    .isEqualTo(302);
        }
    }

    @Test
    void thePoliceFileASealAndHandInItsImprint() throws Exception {
        SealCode code = RegisterFixtures.sealCode();
        String to = redirect(
                post(FILINGS + "/new")
                        .with(csrf())
                        .param("code", code.value())
                        .param("uscc", uscc.value())
                        .param("kind", "STATUTORY_NAME")
                        .param("status", "IN_USE")
                        .param("filedOn", "2020-01-02"),
                police);
        assertThat(to).isEqualTo(FILINGS + "/" + code);
        assertThat(page(get(to), police, 200).select("main").text()).contains("No imprint has been handed in yet");
        assertThat(filings.find(code).orElseThrow().imprintPresent()).isFalse();

        redirect(picture(code, picture("jpg", 400, 400)), police);

        assertThat(filings.imprint(code))
                .hasValueSatisfying(png -> assertThat(png).startsWith(0x89, 'P', 'N', 'G'));
        Document shown = page(get(FILINGS + "/" + code), market, 200);
        assertThat(shown.select("img.app-imprint").attr("alt")).contains(code.grouped());
        assertThat(answer(get(shown.select("img.app-imprint").attr("src")), market)
                        .getContentType())
                .isEqualTo("image/png");
        assertThat(shown.select(".app-timeline").text()).contains("Imprint").contains("picture handed in");
    }

    @Test
    void whatIsNoPictureIsNoImprint() throws Exception {
        SealCode code = RegisterFixtures.sealCode();
        transactions.executeWithoutResult(transaction ->
                books.putFilings(List.of(RegisterFixtures.filing(code, uscc)), Author.officer(police.personId())));

        for (byte[] file : List.of(
                new byte[0],
                "<svg onload='alert(1)'/>".getBytes("UTF-8"),
                picture("gif", 300, 300),
                picture("png", 40, 40))) {
            Document page = page(picture(code, file), police, 400);
            assertThat(page.select("#picture-error").text()).isNotEmpty();
        }
        assertThat(filings.imprint(code)).isEmpty();
        assertThat(answer(picture(code, picture("png", 300, 300)), market).getStatus())
                .isEqualTo(403);
    }

    @Test
    void aFilingNeedsAnEnterpriseInTheMarketRegister() throws Exception {
        Document page = page(
                post(FILINGS + "/new")
                        .with(csrf())
                        .param("code", RegisterFixtures.sealCode().value())
                        .param("uscc", RegisterFixtures.uscc().value())
                        .param("kind", "FINANCE")
                        .param("status", "IN_USE")
                        .param("filedOn", "2020-01-02"),
                police,
                400);

        assertThat(page.select("#uscc-error").text()).contains("no enterprise in the market register");
    }

    @Test
    void filingsAreSearchedByCodesAndName() throws Exception {
        SealCode code = RegisterFixtures.sealCode();
        transactions.executeWithoutResult(transaction ->
                books.putFilings(List.of(RegisterFixtures.filing(code, uscc)), Author.officer(police.personId())));

        for (String asked : List.of(code.grouped(), uscc.value(), enterprise.nameZh())) {
            assertThat(page(get(FILINGS).param("q", asked), market, 200)
                            .select("tbody a")
                            .eachText())
                    .as(asked)
                    .contains(code.grouped());
        }
    }

    @Test
    void thePagesSpeakChinese() throws Exception {
        Document page = Jsoup.parse(site.perform(get(ENTERPRISES)
                        .param("q", uscc.value())
                        .header("Accept-Language", "zh-CN")
                        .with(user(market)))
                .andReturn()
                .getResponse()
                .getContentAsString());

        assertThat(page.select("h1").text()).isEqualTo("企业登记");
        assertThat(page.select("main").text()).contains("有限责任公司").contains("存续");
    }

    private static AbstractMockHttpServletRequestBuilder<?> filled(
            AbstractMockHttpServletRequestBuilder<?> request, String code) {
        return request.with(csrf())
                .param("uscc", code)
                .param("nameZh", "杭州手工录入有限公司")
                .param("kind", "LIMITED_COMPANY")
                .param("legalRepresentative", "沈知远")
                .param("address", "杭州市西湖区文三路 100 号")
                .param("status", "ACTIVE")
                .param("establishedOn", "2019-03-08")
                .param("division", "330106");
    }

    private static AbstractMockHttpServletRequestBuilder<?> edited(Document form, String field, String value) {
        Element element = form.select("form.app-form").first();
        AbstractMockHttpServletRequestBuilder<?> request =
                post(element.attr("action")).with(csrf());
        for (Element input : element.select("input[name], select[name], textarea[name]")) {
            String name = input.attr("name");
            if (!name.equals("_csrf")) {
                String present = input.normalName().equals("select")
                        ? input.select("option[selected]").val()
                        : input.val();
                request.param(name, name.equals(field) ? value : present);
            }
        }
        return request;
    }

    private static AbstractMockHttpServletRequestBuilder<?> picture(SealCode code, byte[] file) {
        return multipart(FILINGS + "/" + code + "/imprint")
                .file(new MockMultipartFile("picture", "imprint.png", "image/png", file))
                .with(csrf());
    }

    private static byte[] picture(String format, int width, int height) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), format, bytes);
        return bytes.toByteArray();
    }

    private Document page(AbstractMockHttpServletRequestBuilder<?> request, AccountPrincipal person, int status)
            throws Exception {
        MockHttpServletResponse response = answer(request, person);
        assertThat(response.getStatus()).isEqualTo(status);
        return Jsoup.parse(response.getContentAsString());
    }

    private String redirect(AbstractMockHttpServletRequestBuilder<?> request, AccountPrincipal person)
            throws Exception {
        MockHttpServletResponse response = answer(request, person);
        assertThat(response.getStatus()).isEqualTo(302);
        return String.valueOf(response.getRedirectedUrl());
    }

    private MockHttpServletResponse answer(AbstractMockHttpServletRequestBuilder<?> request, AccountPrincipal person)
            throws Exception {
        return site.perform(request.header("Accept-Language", "en").with(user(person)))
                .andReturn()
                .getResponse();
    }
}
