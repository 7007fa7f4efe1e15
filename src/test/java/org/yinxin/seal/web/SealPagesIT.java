package org.yinxin.seal.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.client.j2se.BufferedImageLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.yinxin.IntegrationTest;
import org.yinxin.account.AccountPrincipal;
import org.yinxin.authority.KeyFixtures;
import org.yinxin.ledger.authority.SoftKey;
import org.yinxin.seal.SealFixtures;
import org.yinxin.seal.SealFixtures.Owned;
import org.yinxin.seal.SealStatus;
import org.yinxin.seal.Seals;
import org.yinxin.seal.ses.SealReader;
import org.yinxin.shared.Bureau;
import org.yinxin.shared.Digest;

class SealPagesIT extends IntegrationTest {

    @Autowired
    private ApplicationContext context;

    @Autowired
    private Seals seals;

    @Autowired
    private MockMvc mvc;

    private SealFixtures fixtures;

    @BeforeEach
    void prepare() {
        fixtures = new SealFixtures(context);
    }

    @Test
    void anOwnerTakesASealIntoUse() throws Exception {
        Owned seal = fixtures.issued();
        AccountPrincipal owner = seal.owner().principal();
        Document list = page(get("/seals"), owner);
        assertThat(list.select(".app-seal-list__item")).hasSize(1);
        assertThat(list.select(".govuk-tag").text()).isEqualTo("Issued");

        Document page = page(get("/seals/" + seal.number()), owner);
        assertThat(page.select("#seal-state .app-verdict__title").text()).isEqualTo("Issued, not yet in use");
        String activation = page.select("main a.govuk-button").attr("href");
        Document form = page(get(activation), owner);
        assertThat(form.select("img.app-imprint")).hasSize(1);
        assertThat(form.select("form ul.govuk-list--bullet li")).hasSize(5);

        assertThat(form.select(".app-signing[data-key]").attr("data-key"))
                .isEqualTo(seal.owner().enrolled().id().toString());

        mvc.perform(signed(seal, seal.owner().key()))
                .andExpect(status().is3xxRedirection())
                .andExpect(redirectedUrl("/seals/" + seal.number()));

        fixtures.awaitRecorded(seal.number());
        Document active = page(get("/seals/" + seal.number()), owner);
        assertThat(active.select("#seal-state .app-verdict--valid")).hasSize(1);
        assertThat(active.select("#seal-state[data-refresh-url]")).isEmpty();
        assertThat(active.select("#seal-state[data-reload]"))
                .as("what waited is loaded anew")
                .hasSize(1);
        assertThat(active.select(".app-timeline__item")).hasSize(2);
        assertThat(active.select(".app-timeline__item a[href^=/receipts/]")).hasSize(2);
    }

    @Test
    void withoutTheSealsOwnSignatureNothingHappensAndThePageSaysWhy() throws Exception {
        Owned seal = fixtures.issued();
        AccountPrincipal owner = seal.owner().principal();
        String address = "/seals/" + seal.number() + "/activation";

        assertThat(posted(post(address).param("accepted", "true"), owner, 400).select("a[href=#signature]"))
                .as("the page was never shown")
                .hasSize(1);
        Document refused = Jsoup.parse(mvc.perform(signed(seal, SoftKey.es256()))
                .andExpect(status().isBadRequest())
                .andReturn()
                .getResponse()
                .getContentAsString());
        assertThat(refused.select(".govuk-error-summary").text()).contains("not signed by the key of the seal");
        assertThat(seals.find(seal.number()).orElseThrow().status()).isEqualTo(SealStatus.ISSUED);
    }

    /** Opens the page, signs what it asks for, and sends it. */
    private MockHttpServletRequestBuilder signed(Owned seal, SoftKey key) throws Exception {
        AccountPrincipal owner = seal.owner().principal();
        String address = "/seals/" + seal.number() + "/activation";
        MockHttpServletResponse shown =
                mvc.perform(get(address).with(user(owner))).andReturn().getResponse();
        String act =
                Jsoup.parse(shown.getContentAsString()).select(".app-signing").attr("data-act");
        return post(address)
                .param("accepted", "true")
                .param("signature", KeyFixtures.field(key, Digest.fromHex(act)))
                .cookie(shown.getCookies())
                .with(user(owner))
                .with(csrf())
                .header("Accept-Language", "en");
    }

    @Test
    void withoutAcceptingTheConditionsNothingHappens() throws Exception {
        Owned seal = fixtures.issued();
        String answer = mvc.perform(post("/seals/" + seal.number() + "/activation")
                        .with(user(seal.owner().principal()))
                        .with(csrf())
                        .header("Accept-Language", "en"))
                .andExpect(status().isBadRequest())
                .andReturn()
                .getResponse()
                .getContentAsString();

        Document page = Jsoup.parse(answer);
        assertThat(page.title()).startsWith("Error: ");
        assertThat(page.select(".govuk-error-summary a").attr("href")).isEqualTo("#accepted");
        assertThat(seals.find(seal.number()).orElseThrow().status()).isEqualTo(SealStatus.ISSUED);
    }

    @Test
    void anActiveSealIsNotActivatedAgainAndThePageSaysSo() throws Exception {
        Owned seal = fixtures.active();
        String address = "/seals/" + seal.number();

        mvc.perform(get(address + "/activation").with(user(seal.owner().principal())))
                .andExpect(redirectedUrl(address));
        mvc.perform(post(address + "/activation")
                        .param("accepted", "true")
                        .with(user(seal.owner().principal()))
                        .with(csrf()))
                .andExpect(redirectedUrl(address))
                .andExpect(flash().attributeExists("problem"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/activation",
                "/imprint.svg",
                "/imprint.png",
                "/seal.esl",
                "/sm2.crt",
                "/p256.crt",
                "/certificate-of-issue",
                "/certificate-of-issue.pdf"
            })
    void somebodyElsesSealIsNotFound(String part) throws Exception {
        Owned seal = shared();
        AccountPrincipal stranger = SealFixtures.stranger();

        mvc.perform(get("/seals/" + seal.number() + part).with(user(stranger))).andExpect(status().isNotFound());
        mvc.perform(get("/seals/33010699999999" + part).with(user(stranger))).andExpect(status().isNotFound());
        mvc.perform(get("/seals/nonsense" + part).with(user(stranger))).andExpect(status().isNotFound());
    }

    @Test
    void somebodyElseCannotActivate() throws Exception {
        Owned seal = shared();

        mvc.perform(post("/seals/" + seal.number() + "/activation")
                        .param("accepted", "true")
                        .with(user(SealFixtures.stranger()))
                        .with(csrf()))
                .andExpect(status().isNotFound());
        assertThat(seals.find(seal.number()).orElseThrow().status()).isEqualTo(SealStatus.ISSUED);
    }

    @Test
    void someoneWithoutASealIsToldHowToGetOne() throws Exception {
        Document page = page(get("/seals"), SealFixtures.stranger());

        assertThat(page.select(".app-empty a").attr("href")).isEqualTo("/applications");
    }

    @Test
    void anOwnerDownloadsImprintSealAndCertificates() throws Exception {
        Owned seal = shared();
        AccountPrincipal owner = seal.owner().principal();
        String address = "/seals/" + seal.number();

        mvc.perform(get(address + "/imprint.svg").with(user(owner)))
                .andExpect(content().contentType("image/svg+xml"));
        mvc.perform(get(address + "/imprint.png").with(user(owner)))
                .andExpect(content().contentType("image/png"));
        mvc.perform(get(address + "/p256.crt").with(user(owner)))
                .andExpect(content().contentType("application/pkix-cert"));
        byte[] file = bytes(get(address + "/seal.esl"), owner);
        assertThat(SealReader.read(file).content().number())
                .isEqualTo(seal.number().value());
    }

    @Test
    void theCertificateOfIssueIsOnePageWhoseCodeLeadsToThePublicPage() throws Exception {
        Owned seal = shared();
        byte[] file = bytes(
                get("/seals/" + seal.number() + "/certificate-of-issue.pdf"),
                seal.owner().principal());
        Files.write(Files.createDirectories(Path.of("target/imprints")).resolve("certificate.pdf"), file);

        try (PDDocument document = Loader.loadPDF(file)) {
            assertThat(document.getNumberOfPages()).isEqualTo(1);
            assertThat(new PDFTextStripper().getText(document))
                    .contains(
                            "Certificate of issue",
                            seal.owner().name(),
                            seal.number().grouped());
            BufferedImage picture = new PDFRenderer(document).renderImageWithDPI(0, 150);
            assertThat(read(picture)).isEqualTo("http://localhost:8080/s/" + seal.number());
        }
    }

    @Test
    void theCertificateOfIssueCanBeReadInChineseAndPrintedFromThePage() throws Exception {
        Owned seal = shared();
        AccountPrincipal owner = seal.owner().principal();
        String address = "/seals/" + seal.number() + "/certificate-of-issue";
        byte[] file = chinese(get(address + ".pdf"), owner);
        Files.write(Files.createDirectories(Path.of("target/imprints")).resolve("certificate_zh.pdf"), file);

        try (PDDocument document = Loader.loadPDF(file)) {
            assertThat(new PDFTextStripper().getText(document)).contains("电子印章制发证书", "统一社会信用代码");
        }
        Document page = page(get(address), owner);
        assertThat(page.select("article svg path")).hasSize(1);
        assertThat(page.select("article .govuk-summary-list__row")).hasSizeGreaterThan(8);
    }

    @Test
    void anOfficerFindsASealAndSuspendsItAfterASecondLook() throws Exception {
        Owned seal = fixtures.active();
        AccountPrincipal officer = SealFixtures.officer(Bureau.PUBLIC_SECURITY);
        Document list = page(get("/office/seals").param("q", seal.owner().uscc().grouped()), officer);
        assertThat(list.select("tbody tr")).hasSize(1);
        String address = list.select("tbody a").attr("href");
        assertThat(page(get(address), officer).select("main a[href$=/suspension]"))
                .hasSize(1);

        Document confirmation = posted(post(address + "/suspension").param("reason", "Reported lost"), officer, 200);
        assertThat(confirmation.select("input[name=reason]").val()).isEqualTo("Reported lost");
        assertThat(seals.find(seal.number()).orElseThrow().status()).isEqualTo(SealStatus.ACTIVE);
        posted(post(address + "/suspension").param("reason", "Reported lost").param("confirmed", "true"), officer, 302);

        assertThat(seals.find(seal.number()).orElseThrow().status()).isEqualTo(SealStatus.SUSPENDED);
        fixtures.awaitRecorded(seal.number());
        Document shown = page(get(address), officer);
        assertThat(shown.select(".app-timeline__item").first().text()).contains("Public security", "Reported lost");
        assertThat(shown.select("main a[href$=/resumption]")).hasSize(1);
        AccountPrincipal other = SealFixtures.officer(Bureau.MARKET_SUPERVISION);
        assertThat(page(get(address), other).select("main a[href$=/resumption]"))
                .isEmpty();
        mvc.perform(get(address + "/resumption").with(user(other))).andExpect(redirectedUrl(address));
    }

    @Test
    void anOfficerMustGiveAReason() throws Exception {
        Owned seal = fixtures.active();
        Document page = posted(
                post("/office/seals/" + seal.number() + "/revocation")
                        .param("ground", "AFFILIATION_CHANGED")
                        .param("reason", "  ")
                        .param("confirmed", "true"),
                SealFixtures.officer(Bureau.DATA_ADMINISTRATION),
                400);

        assertThat(page.select(".govuk-error-summary a").eachAttr("href")).containsExactly("#reason");
        assertThat(page.select("input[name=ground][checked]").val())
                .as("what was chosen is kept")
                .isEqualTo("AFFILIATION_CHANGED");
        assertThat(seals.find(seal.number()).orElseThrow().status()).isEqualTo(SealStatus.ACTIVE);
    }

    @Test
    void anOfficerChoosesTheGroundOfARevocationAndFindsItInTheHistory() throws Exception {
        Owned seal = fixtures.issued();
        String address = "/office/seals/" + seal.number();
        AccountPrincipal officer = SealFixtures.officer(Bureau.DATA_ADMINISTRATION);
        Document form = page(get(address + "/revocation"), officer);
        assertThat(form.select("input[name=ground]").eachAttr("value"))
                .containsExactly(
                        "KEY_COMPROMISE", "AFFILIATION_CHANGED", "CESSATION_OF_OPERATION", "PRIVILEGE_WITHDRAWN");
        assertThat(form.select("input[name=ground][checked]")).isEmpty();
        assertThat(page(get("/office/seals/" + fixtures.active().number() + "/suspension"), officer)
                        .select("input[name=ground]"))
                .isEmpty();

        MockHttpServletRequestBuilder chosen =
                post(address + "/revocation").param("ground", "KEY_COMPROMISE").param("reason", "Stolen on Monday");
        Document confirmation = posted(chosen, officer, 200);
        assertThat(confirmation.select(".govuk-summary-list__value").eachText())
                .contains("The key or device was lost or stolen", "Stolen on Monday");
        assertThat(confirmation.select("input[name=ground]").val()).isEqualTo("KEY_COMPROMISE");
        assertThat(posted(chosen.param("change", "true"), officer, 200)
                        .select("input[name=ground][checked]")
                        .val())
                .isEqualTo("KEY_COMPROMISE");
        posted(
                post(address + "/revocation")
                        .param("ground", "KEY_COMPROMISE")
                        .param("reason", "Stolen on Monday")
                        .param("confirmed", "true"),
                officer,
                302);

        for (Document shown : List.of(
                page(get(address), officer),
                page(get("/seals/" + seal.number()), seal.owner().principal()))) {
            assertThat(shown.select(".app-timeline__item").first().text())
                    .contains("Ground: The key or device was lost or stolen", "Reason: Stolen on Monday");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "SUPERSEDED"})
    void noSealIsRevokedWithoutAGroundThatOfficersMayChoose(String ground) throws Exception {
        Owned seal = shared();
        Document page = posted(
                post("/office/seals/" + seal.number() + "/revocation")
                        .param("ground", ground)
                        .param("reason", "Struck off")
                        .param("confirmed", "true"),
                SealFixtures.officer(Bureau.DATA_ADMINISTRATION),
                400);

        assertThat(page.title()).startsWith("Error: ");
        assertThat(page.select(".govuk-error-summary a").attr("href")).isEqualTo("#ground");
        assertThat(page.select("#ground-error").text()).contains("Choose the ground");
        assertThat(page.select("textarea[name=reason]").val()).isEqualTo("Struck off");
        assertThat(seals.find(seal.number()).orElseThrow().status()).isEqualTo(SealStatus.ISSUED);
    }

    @Test
    void anOfficerIsToldWhenSomebodyWasFaster() throws Exception {
        Owned seal = fixtures.active();
        String address = "/office/seals/" + seal.number();
        AccountPrincipal officer = SealFixtures.officer(Bureau.DATA_ADMINISTRATION);
        posted(
                post(address + "/revocation")
                        .param("ground", "CESSATION_OF_OPERATION")
                        .param("reason", "Struck off")
                        .param("confirmed", "true"),
                officer,
                302);

        mvc.perform(post(address + "/suspension")
                        .param("reason", "Reported lost")
                        .param("confirmed", "true")
                        .with(user(SealFixtures.officer(Bureau.PUBLIC_SECURITY)))
                        .with(csrf()))
                .andExpect(redirectedUrl(address))
                .andExpect(flash().attributeExists("problem"));
    }

    @Test
    void theListFiltersByStatusAndSaysWhenNothingMatches() throws Exception {
        Owned seal = shared();
        AccountPrincipal officer = SealFixtures.officer(Bureau.PUBLIC_SECURITY);

        Document issued =
                page(get("/office/seals").param("q", seal.owner().name()).param("status", "ISSUED"), officer);
        Document revoked =
                page(get("/office/seals").param("q", seal.owner().name()).param("status", "REVOKED"), officer);

        assertThat(issued.select("tbody tr")).hasSize(1);
        assertThat(revoked.select("tbody tr")).isEmpty();
        assertThat(revoked.select(".app-empty")).hasSize(1);
    }

    @Test
    void citizensDoNotReachTheOfficeNorOfficersAnOwnersPages() throws Exception {
        mvc.perform(get("/office/seals").with(user(SealFixtures.stranger()))).andExpect(status().isForbidden());
        mvc.perform(get("/seals").with(user(SealFixtures.officer(Bureau.PUBLIC_SECURITY))))
                .andExpect(status().isForbidden());
    }

    private static Owned once;

    /** One issued seal for all tests that only read. */
    private Owned shared() {
        if (once == null) {
            once = fixtures.issued();
        }
        return once;
    }

    private Document page(MockHttpServletRequestBuilder request, AccountPrincipal person) throws Exception {
        return Jsoup.parse(mvc.perform(request.with(user(person)).header("Accept-Language", "en"))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8));
    }

    private Document posted(MockHttpServletRequestBuilder request, AccountPrincipal person, int answer)
            throws Exception {
        return Jsoup.parse(mvc.perform(request.with(user(person)).with(csrf()).header("Accept-Language", "en"))
                .andExpect(status().is(answer))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8));
    }

    private byte[] chinese(MockHttpServletRequestBuilder request, AccountPrincipal person) throws Exception {
        return mvc.perform(request.with(user(person)).header("Accept-Language", "zh-CN"))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
    }

    private byte[] bytes(MockHttpServletRequestBuilder request, AccountPrincipal person) throws Exception {
        return mvc.perform(request.with(user(person)).header("Accept-Language", "en"))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
    }

    private static String read(BufferedImage picture) throws Exception {
        return new QRCodeReader()
                .decode(new BinaryBitmap(new HybridBinarizer(new BufferedImageLuminanceSource(picture))))
                .getText();
    }
}
