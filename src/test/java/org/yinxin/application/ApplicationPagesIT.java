package org.yinxin.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.yinxin.IntegrationTest;
import org.yinxin.account.Role;
import org.yinxin.application.ApplicationScenes.Scene;
import org.yinxin.imprint.ImprintRenderer;
import org.yinxin.imprint.ImprintSpec;
import org.yinxin.imprint.ScannedImprint;
import org.yinxin.shared.Bureau;
import org.yinxin.shared.Digest;
import org.yinxin.shared.Reference;
import org.yinxin.shared.SealKind;

class ApplicationPagesIT extends IntegrationTest {

    @Autowired
    private MockMvc site;

    @Autowired
    private ApplicantDesk desk;

    @Autowired
    private Applications applications;

    @Autowired
    private JdbcClient jdbc;

    private ApplicationScenes scenes;
    private Scene scene;

    @BeforeEach
    void setUp() {
        scenes = new ApplicationScenes(jdbc);
        scene = scenes.scene();
    }

    @Test
    void theJourneyGoesFromPageToPageAndTypesNothing() throws Exception {
        assertThat(page("/applications").select(".app-empty")).hasSize(1);
        assertThat(page("/applications/start").select("form[action=/applications/start]"))
                .hasSize(1);
        String enterprise = redirect(post("/applications/start"));
        assertThat(enterprise).matches("/applications/YX-[0-9A-Z]{4}-[0-9A-Z]{4}/enterprise");

        assertThat(page(enterprise).select("input[name=uscc]").attr("value"))
                .isEqualTo(scene.uscc().value());
        assertThat(page(enterprise).select("input[name=uscc][checked]")).hasSize(1);
        String seal = redirect(post(enterprise).param("uscc", scene.uscc().value()));
        assertThat(seal).endsWith("/physical-seal");

        Document seals = page(seal);
        assertThat(seals.select("input[name=code][checked]")).hasSize(1);
        site.perform(get(seals.select("img.app-imprint").attr("src")).with(scene.signedIn()))
                .andExpect(status().isOk())
                .andExpect(header().string("Content-Type", "image/png"));
        String file = redirect(post(seal).param("code", scene.physicalSeal().value()));
        assertThat(file).endsWith("/supporting-file");

        String key = redirect(multipart(file).file(file("营业执照.pdf", ApplicationScenes.pdf("Licence"))));
        assertThat(key).endsWith("/key");
        assertThat(page(key).select("input[name=key][checked]").val())
                .isEqualTo(scene.key().toString());
        String declaration = redirect(post(key).param("key", scene.key().toString()));
        assertThat(declaration).endsWith("/declaration");
        String check = redirect(post(declaration).param("agreed", "true"));
        assertThat(check).endsWith("/check-answers");

        Document answers = page(check);
        assertThat(answers.text())
                .contains(
                        scene.nameZh(),
                        scene.uscc().grouped(),
                        "营业执照.pdf",
                        scene.holder().key().fingerprint());
        assertThat(answers.select(
                        "a[href$=/physical-seal], a[href$=/supporting-file], a[href$=/key], a[href$=/declaration]"))
                .hasSize(4);
        String confirmation = redirect(post(check));
        assertThat(redirect(post(check))).isEqualTo(confirmation);

        assertThat(page(confirmation).select(".govuk-panel").text()).contains("YX-");
        Document list = page("/applications");
        assertThat(list.select(".app-list__item")).hasSize(1);
        assertThat(list.select(".govuk-tag").text()).isEqualTo("Under review");
        assertThat(page("/applications?status=DRAFT").select(".app-list__item")).isEmpty();
    }

    @Test
    void theImprintMayBeAScanThatIsShownBeforeAndAfter() throws Exception {
        Reference reference = ApplicationScenes.complete(desk, scene);
        String imprint = path(reference, "imprint");
        byte[] scan = new ImprintRenderer()
                .draw(new ImprintSpec(SealKind.STATUTORY_NAME, scene.nameZh(), scene.physicalSeal()))
                .png();
        assertThat(page(imprint).select("input[value=DRAWN_FROM_FILING][checked], img[src$=/imprint/drawn]"))
                .hasSize(2);
        assertThat(refused(multipart(imprint)
                                .file(file("seal.png", ApplicationScenes.exe()))
                                .param("source", "SCANNED"))
                        .select("#file-error")
                        .text())
                .contains("no PNG or JPEG");

        assertThat(redirect(multipart(imprint).file(file("seal.png", scan)).param("source", "SCANNED")))
                .isEqualTo(imprint);

        Document chosen = page(imprint);
        for (String picture : new String[] {"original", "chosen"}) {
            site.perform(get(chosen.select("img[src$=/imprint/" + picture + "]").attr("src"))
                            .with(scene.signedIn()))
                    .andExpect(status().isOk())
                    .andExpect(header().string("Content-Type", "image/png"));
        }
        String check = redirect(multipart(imprint).file(file("", new byte[0])).param("source", "SCANNED"));
        assertThat(page(check).select("img[src$=/imprint/chosen]")).hasSize(1);
        redirect(post(check));
        SubmissionView submitted =
                desk.find(scene.person(), reference).submission().orElseThrow();
        assertThat(submitted.imprintSource()).isEqualTo(ImprintSource.SCANNED);
        assertThat(submitted.imprint())
                .isEqualTo(Digest.sha256(ScannedImprint.clean(scan, SealKind.STATUTORY_NAME, scene.nameZh())
                        .png()));
    }

    @Test
    void anExeNamedPdfIsRefusedWithTheFormKept() throws Exception {
        Reference reference = ApplicationScenes.complete(desk, scene);

        Document page =
                refused(multipart(path(reference, "supporting-file")).file(file("营业执照.pdf", ApplicationScenes.exe())));

        assertThat(page.title()).startsWith("Error: ");
        assertThat(page.select(".govuk-error-summary a[href=#file]").text()).contains("PDF, PNG or JPEG");
        assertThat(page.select("#file-error")).hasSize(1);
        assertThat(page.select(".govuk-summary-list").text()).contains("营业执照.pdf");
    }

    @Test
    void aFileOverTenMegabytesIsRefusedWithTheFormKept() throws Exception {
        Reference reference = desk.start(scene.person());
        byte[] large = new byte[FileInspector.LIMIT + 1];

        Document page = refused(multipart(path(reference, "supporting-file")).file(file("large.pdf", large)));

        assertThat(page.select("#file-error").text()).contains("10 MB");
    }

    @Test
    void noFileAtAllAndNoTickAreRefused() throws Exception {
        Reference reference = desk.start(scene.person());

        assertThat(refused(multipart(path(reference, "supporting-file")).file(file("", new byte[0])))
                        .select("#file-error"))
                .hasSize(1);
        assertThat(refused(post(path(reference, "declaration"))).select("a[href=#agreed]"))
                .hasSize(1);
        assertThat(refused(post(path(reference, "enterprise"))).select("a[href=#uscc]"))
                .hasSize(1);
    }

    @Test
    void aFileIsServedToSaveAndNeverToRun() throws Exception {
        Reference reference = ApplicationScenes.complete(desk, scene);

        site.perform(get(path(reference, "supporting-file/content")).with(scene.signedIn()))
                .andExpect(status().isOk())
                .andExpect(header().string("X-Content-Type-Options", "nosniff"))
                .andExpect(header().string("Content-Security-Policy", "default-src 'none'; sandbox"))
                .andExpect(result -> assertThat(result.getResponse().getHeader("Content-Disposition"))
                        .startsWith("attachment"));
    }

    @Test
    void theOverviewOfADraftSaysWhatIsToDo() throws Exception {
        Reference reference = desk.start(scene.person());

        Document fresh = page(path(reference, ""));
        assertThat(fresh.select(".govuk-task-list__item")).hasSize(5);
        assertThat(fresh.select("a.govuk-task-list__link")).hasSize(1);
        desk.chooseEnterprise(scene.person(), reference, scene.uscc());
        Document chosen = page(path(reference, ""));
        assertThat(chosen.select("a.govuk-task-list__link")).hasSize(5);
        assertThat(chosen.select("a[href$=/check-answers]")).isEmpty();
        assertThat(redirect(get(path(reference, "check-answers")))).isEqualTo(path(reference, ""));
    }

    @Test
    void aReturnedApplicationShowsExactlyWhatWasAskedAndByWhom() throws Exception {
        Reference reference = ApplicationScenes.submit(desk, scene);
        sendBack(reference);

        Document overview = page(path(reference, ""));
        assertThat(overview.select(".app-asked").text())
                .contains("Public security returned your application", "Supporting file", "Page two is missing");
        assertThat(overview.select(".govuk-tag--orange")).hasSize(1);
        assertThat(overview.select(".app-receipt")).hasSize(1);
        assertThat(page(path(reference, "supporting-file"))
                        .select(".govuk-inset-text")
                        .text())
                .contains("Page two is missing");
        assertThat(page(path(reference, "declaration")).text()).doesNotContain("Page two is missing");
        assertThat(page(path(reference, "check-answers")).select(".govuk-warning-text"))
                .hasSize(1);

        redirect(multipart(path(reference, "supporting-file")).file(file("new.png", ApplicationScenes.png())));
        assertThat(page(path(reference, "check-answers")).select(".govuk-warning-text"))
                .isEmpty();
        assertThat(redirect(post(path(reference, "check-answers")))).endsWith("/confirmation");
        assertThat(page(path(reference, "")).select(".app-timeline__item")).hasSize(3);
    }

    @Test
    void whatTheRegisterSaysNowIsSaidWithTheFormKept() throws Exception {
        Reference reference = ApplicationScenes.complete(desk, scene);
        scenes.filingStatus(scene.physicalSeal(), "LOST");

        Document page = refused(post(path(reference, "check-answers")));

        assertThat(page.select(".govuk-error-summary").text()).contains("in use");
        assertThat(page.select("form[action$=/check-answers]")).hasSize(1);
    }

    @Test
    void anApplicationIsWithdrawnAfterBeingAsked() throws Exception {
        Reference reference = ApplicationScenes.submit(desk, scene);

        assertThat(page(path(reference, "withdrawal")).select("form[method=post]"))
                .isNotEmpty();
        assertThat(redirect(post(path(reference, "withdrawal")))).isEqualTo(path(reference, ""));
        assertThat(page(path(reference, "")).select(".govuk-tag").text()).isEqualTo("Withdrawn");
        assertThat(redirect(get(path(reference, "withdrawal")))).isEqualTo(path(reference, ""));
    }

    @Test
    void aDraftIsDeletedAfterBeingAsked() throws Exception {
        Reference reference = ApplicationScenes.complete(desk, scene);

        assertThat(page(path(reference, "deletion")).select(".govuk-button--warning"))
                .hasSize(1);
        assertThat(redirect(post(path(reference, "deletion")))).isEqualTo("/applications");
        site.perform(get(path(reference, "")).with(scene.signedIn())).andExpect(status().isNotFound());
    }

    @Test
    void withoutAFilingThePageSaysWhatToDo() throws Exception {
        Reference reference = desk.start(scene.person());
        desk.chooseEnterprise(scene.person(), reference, scene.uscc());
        scenes.filingStatus(scene.physicalSeal(), "DESTROYED");

        Document page = page(path(reference, "physical-seal"));

        assertThat(page.select("input[name=code]")).isEmpty();
        assertThat(page.select("ol li")).hasSize(3);
    }

    @Test
    void withoutAnEnterpriseThePageLeadsToBinding() throws Exception {
        UUID nobody = scenes.person(Role.CITIZEN, null, "吴不名", Digest.random());
        Reference reference = desk.start(nobody);

        Document page = Jsoup.parse(site.perform(get(path(reference, "enterprise"))
                        .with(ApplicationScenes.as(nobody, "吴不名", Role.CITIZEN, null))
                        .header("Accept-Language", "en"))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString());

        assertThat(page.select("main a[href=/enterprises]")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "enterprise", "check-answers", "confirmation", "supporting-file/content", "withdrawal"})
    void aStrangersApplicationIsNotFound(String page) throws Exception {
        Reference reference = ApplicationScenes.submit(desk, scene);
        Scene stranger = scenes.scene();

        site.perform(get(path(reference, page)).with(stranger.signedIn())).andExpect(status().isNotFound());
        site.perform(get("/applications/not-a-reference").with(stranger.signedIn()))
                .andExpect(status().isNotFound());
    }

    @Test
    void officersDoNotApply() throws Exception {
        UUID officer = scenes.person(Role.OFFICER, Bureau.PUBLIC_SECURITY, "陆承泽", null);

        site.perform(get("/applications")
                        .with(ApplicationScenes.as(officer, "陆承泽", Role.OFFICER, Bureau.PUBLIC_SECURITY)))
                .andExpect(status().isForbidden());
    }

    @Test
    void thePagesSpeakChinese() throws Exception {
        Reference reference = ApplicationScenes.submit(desk, scene);

        for (String address : List.of("/applications", "/applications/start", path(reference, ""))) {
            String html = site.perform(get(address).with(scene.signedIn()).header("Accept-Language", "zh-CN"))
                    .andReturn()
                    .getResponse()
                    .getContentAsString();
            assertThat(html).contains("申请").doesNotContain("??");
        }
    }

    private void sendBack(Reference reference) {
        ApplicationView view = desk.find(scene.person(), reference);
        UUID officer = scenes.person(Role.OFFICER, Bureau.PUBLIC_SECURITY, "陆承泽", null);
        applications.decide(
                view.id(),
                new Verdict(
                        Bureau.PUBLIC_SECURITY,
                        officer,
                        1,
                        Outcome.RETURNED,
                        Set.of(ApplicationPart.SUPPORTING_FILE),
                        "Page two is missing"));
    }

    private static MockMultipartFile file(String name, byte[] content) {
        return new MockMultipartFile("file", name, "application/pdf", content);
    }

    private static String path(Reference reference, String page) {
        return "/applications/" + reference + (page.isEmpty() ? "" : "/" + page);
    }

    private Document page(String address) throws Exception {
        return Jsoup.parse(site.perform(get(address).with(scene.signedIn()).header("Accept-Language", "en"))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString());
    }

    private String redirect(AbstractMockHttpServletRequestBuilder<?> request) throws Exception {
        String address = site.perform(request.with(scene.signedIn()).with(csrf()))
                .andExpect(status().is3xxRedirection())
                .andReturn()
                .getResponse()
                .getRedirectedUrl();
        return String.valueOf(address);
    }

    private Document refused(AbstractMockHttpServletRequestBuilder<?> request) throws Exception {
        return Jsoup.parse(
                site.perform(request.with(scene.signedIn()).with(csrf()).header("Accept-Language", "en"))
                        .andExpect(status().isBadRequest())
                        .andReturn()
                        .getResponse()
                        .getContentAsString());
    }
}
