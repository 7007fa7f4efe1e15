package org.yinxin.sealing.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrlPattern;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.UUID;
import org.hamcrest.Matchers;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.yinxin.IntegrationTest;
import org.yinxin.ledger.authority.SoftKey;
import org.yinxin.seal.SealFixtures;
import org.yinxin.seal.SealFixtures.Owned;
import org.yinxin.sealing.SigningHand;
import org.yinxin.sealing.pdf.PdfFixtures;
import org.yinxin.shared.Digest;

class StampingPagesIT extends IntegrationTest {

    @Autowired
    private MockMvc site;

    @Autowired
    private ApplicationContext context;

    private SealFixtures fixtures;
    private Owned seal;
    private RequestPostProcessor owner;

    @BeforeEach
    void anOwnerWithASeal() {
        fixtures = new SealFixtures(context);
        seal = fixtures.active();
        owner = inEnglish(user(seal.owner().principal()));
    }

    @Test
    void theWholeWay() throws Exception {
        byte[] file = PdfFixtures.contract(3);
        String draft = upload("合同 final.pdf", file);

        Document placing = page(draft + "/placement");
        assertThat(placing.title()).startsWith("Where shall the seal stand?");
        assertThat(placing.select("svg image")).hasSize(2);
        assertThat(placing.select(".app-thumbnails__page")).hasSize(3);
        site.perform(get(draft + "/pages/3/large.png").with(owner))
                .andExpect(status().isOk())
                .andExpect(content().contentType("image/png"));

        Document shown = Jsoup.parse(site.perform(post(draft + "/placement")
                        .param("action", "show")
                        .param("at[0].page", "2")
                        .param("at[0].left", "20")
                        .param("at[0].top", "30,5")
                        .with(owner)
                        .with(csrf()))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString());
        assertThat(shown.select("[data-part=imprint]").attr("transform")).isEqualTo("translate(20.0 30.5)");

        place(draft, "2", "20", "30.5").andExpect(redirectedUrl(draft + "/purpose"));
        site.perform(post(draft + "/purpose")
                        .param("purpose", "租赁合同 lease")
                        .param("documentClass", "CONTRACT")
                        .with(owner)
                        .with(csrf()))
                .andExpect(redirectedUrl(draft + "/check"));
        Document check = page(draft + "/check");
        String sha256 = Digest.sha256(file).hex().substring(2);
        assertThat(check.text())
                .contains("Page 2, 20 mm from the left, 30.5 mm from the top", "租赁合同 lease", "Contract", sha256);
        String code = check.select("input[name=use]").val();
        assertThat(check.select("input[name=signature]").val()).isEmpty();

        Document unsigned = Jsoup.parse(sign(draft, code, "")
                .andExpect(status().isBadRequest())
                .andReturn()
                .getResponse()
                .getContentAsString());
        assertThat(unsigned.select("#obstacle").text()).contains("The document was not signed");
        Digest act = Digest.fromHex(unsigned.select("[data-act]").attr("data-act"));
        Document foreign =
                Jsoup.parse(sign(draft, code, SigningHand.field(SoftKey.es256().sign(act)))
                        .andExpect(status().isBadRequest())
                        .andReturn()
                        .getResponse()
                        .getContentAsString());
        assertThat(foreign.select("#obstacle").text()).contains("not the signature that was asked for");
        assertThat(foreign.select("input[name=use]").val())
                .as("nothing is lost")
                .isEqualTo(code);

        String use = Objects.requireNonNull(
                sign(draft, code, SigningHand.field(seal.owner().key().sign(act)))
                        .andExpect(redirectedUrl("/stamping/uses/" + code))
                        .andReturn()
                        .getResponse()
                        .getRedirectedUrl());
        Document progress = awaitDownload(use);
        assertThat(progress.select(".app-steps__step--done")).hasSize(4);
        assertThat(progress.select("a[href^=/receipts/]")).hasSize(1);
        assertThat(progress.text()).contains("Authorised by", "With the seal’s own key", act.hex(), sha256);
        site.perform(get(use + "/authorisation.json").with(owner))
                .andExpect(status().isOk())
                .andExpect(content().string(Matchers.containsString(act.hex())));
        site.perform(get(use + "/document").with(owner))
                .andExpect(status().isOk())
                .andExpect(content().contentType("application/pdf"))
                .andExpect(header().string("X-Content-Type-Options", "nosniff"))
                .andExpect(header().string(
                                "Content-Disposition",
                                Matchers.containsString("filename*=UTF-8''%E5%90%88%E5%90%8C%20final-sealed.pdf")));
        Document own = page("/stamping/uses");
        assertThat(own.select("tbody tr")).hasSize(1);
        assertThat(own.select("thead th")).as("with the seal's enterprise").hasSize(6);
        assertThat(own.select(".govuk-warning-text")).isEmpty();
        String root = own.select("select option").last().val();
        assertThat(page("/stamping/uses?page=x&mandate=" + root).select("tbody tr"))
                .hasSize(1);
        assertThat(page("/stamping/uses?q=nothing-like-it").select(".app-empty").text())
                .contains("Nothing found");
        assertThat(page("/stamping/seals/" + seal.number() + "/uses").select("tbody tr"))
                .hasSize(1);
    }

    @Test
    void aFileThatCannotBeStampedIsRefusedWithTheReasonAndStatus400() throws Exception {
        String answer = site.perform(multipart("/stamping/new")
                        .file(new MockMultipartFile("file", "x.pdf", "application/pdf", "MZ".getBytes()))
                        .param("seal", seal.number().value())
                        .with(owner)
                        .with(csrf()))
                .andExpect(status().isBadRequest())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
        Document page = Jsoup.parse(answer);
        assertThat(page.title()).startsWith("Error: ");
        assertThat(page.select(".govuk-error-summary a").attr("href")).isEqualTo("#file");
        assertThat(page.text()).contains("neither a PDF nor an OFD");
    }

    @Test
    void aPlaceBeyondThePageIsRefusedWithWhatWouldFit() throws Exception {
        String draft = upload("contract.pdf", PdfFixtures.contract(1));
        String answer = place(draft, "1", "171", "30")
                .andExpect(status().isBadRequest())
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(Jsoup.parse(answer).text()).contains("between 0 and 170");
        place(draft, "2", "10", "10").andExpect(status().isBadRequest());
        place(draft, "1", "ten", "10").andExpect(status().isBadRequest());
        place(draft, "1", "-1", "10").andExpect(status().isBadRequest());
    }

    @Test
    void aDraftIsResumedWhereItWasLeftAndDiscarded() throws Exception {
        String draft = upload("contract.pdf", PdfFixtures.contract(1));
        site.perform(get(draft).with(owner)).andExpect(redirectedUrl(draft + "/placement"));
        site.perform(get(draft + "/check").with(owner)).andExpect(redirectedUrl(draft + "/placement"));
        place(draft, "1", "10", "10");
        site.perform(get(draft).with(owner)).andExpect(redirectedUrl(draft + "/purpose"));
        assertThat(page("/stamping").text()).contains("contract.pdf");
        assertThat(page(draft + "/discard").text()).contains("Discard this document?");
        site.perform(post(draft + "/discard").with(owner).with(csrf())).andExpect(redirectedUrl("/stamping"));
        site.perform(get(draft).with(owner)).andExpect(status().isNotFound());
    }

    @Test
    void strangersFindNothing() throws Exception {
        String draft = upload("contract.pdf", PdfFixtures.contract(1));
        RequestPostProcessor stranger = user(fixtures.owner().principal());
        for (String address : new String[] {
            draft,
            draft + "/placement",
            draft + "/purpose",
            draft + "/check",
            draft + "/discard",
            draft + "/file",
            draft + "/pages/1/large.png",
            "/stamping/seals/" + seal.number() + "/uses",
            "/stamping/uses?mandate=" + UUID.randomUUID(),
            "/stamping/uses?mandate=none",
            "/stamping/seals/" + seal.number() + "/imprint.png",
            "/stamping/uses/7KQ4-M2XD-9RTA",
            draft + "/mandate",
            "/stamping/uses/7KQ4-M2XD-9RTA/document",
            "/stamping/uses/7KQ4-M2XD-9RTA/authorisation.json"
        }) {
            site.perform(get(address).with(stranger)).andExpect(status().isNotFound());
        }
        assertThat(Jsoup.parse(site.perform(get("/stamping").with(stranger))
                                .andReturn()
                                .getResponse()
                                .getContentAsString())
                        .text())
                .doesNotContain("contract.pdf");
    }

    @Test
    void withoutSigningInStampingLeadsToSignIn() throws Exception {
        site.perform(get("/stamping")).andExpect(status().is3xxRedirection());
    }

    @Test
    void everyPageIsThereInChinese() throws Exception {
        String draft = upload("contract.pdf", PdfFixtures.contract(1));
        for (String address :
                new String[] {"/stamping", "/stamping/new", draft + "/placement", draft + "/purpose", draft + "/discard"
                }) {
            String html = site.perform(
                            get(address).with(user(seal.owner().principal())).header("Accept-Language", "zh-CN"))
                    .andExpect(status().isOk())
                    .andReturn()
                    .getResponse()
                    .getContentAsString(StandardCharsets.UTF_8);
            assertThat(Jsoup.parse(html).select("h1").text()).containsPattern("\\p{IsHan}");
        }
    }

    private static RequestPostProcessor inEnglish(RequestPostProcessor person) {
        return request -> {
            request.addHeader("Accept-Language", "en");
            return person.postProcessRequest(request);
        };
    }

    private String upload(String name, byte[] file) throws Exception {
        String placement = Objects.requireNonNull(site.perform(multipart("/stamping/new")
                        .file(new MockMultipartFile("file", name, "application/pdf", file))
                        .param("seal", seal.number().value())
                        .with(owner)
                        .with(csrf()))
                .andExpect(redirectedUrlPattern("/stamping/drafts/*/placement"))
                .andReturn()
                .getResponse()
                .getRedirectedUrl());
        return placement.replace("/placement", "");
    }

    private ResultActions place(String draft, String page, String left, String top) throws Exception {
        return site.perform(post(draft + "/placement")
                .param("at[0].page", page)
                .param("at[0].left", left)
                .param("at[0].top", top)
                .with(owner)
                .with(csrf()));
    }

    private ResultActions sign(String draft, String use, String signature) throws Exception {
        return site.perform(post(draft + "/check")
                .param("use", use)
                .param("signature", signature)
                .with(owner)
                .with(csrf()));
    }

    private Document page(String address) throws Exception {
        return Jsoup.parse(site.perform(get(address).with(owner))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8));
    }

    private Document awaitDownload(String use) throws Exception {
        for (int i = 0; i < 300; i++) {
            Document page = page(use);
            if (!page.select("a[href$=/document][download]").isEmpty()) {
                return page;
            }
            assertThat(page.select("[data-refresh-url]")).as("moves by itself").hasSize(1);
            Thread.sleep(200);
        }
        throw new AssertionError("The use was not recorded in time");
    }
}
