package org.yinxin.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import jakarta.servlet.http.Cookie;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.yinxin.IntegrationTest;
import org.yinxin.account.Role;
import org.yinxin.application.ApplicantDesk;
import org.yinxin.application.ApplicationScenes;
import org.yinxin.application.ApplicationScenes.Scene;
import org.yinxin.application.ApplicationStatus;
import org.yinxin.shared.Bureau;
import org.yinxin.shared.Reference;

class ReviewPagesIT extends IntegrationTest {

    @Autowired
    private MockMvc site;

    @Autowired
    private ApplicantDesk desk;

    @Autowired
    private JdbcClient jdbc;

    private Cookie session = new Cookie("yinxin-session", "none-yet");
    private ApplicationScenes scenes;
    private Scene scene;
    private Reference reference;
    private RequestPostProcessor officer;

    @BeforeEach
    void setUp() {
        scenes = new ApplicationScenes(jdbc);
        scene = scenes.scene();
        reference = ApplicationScenes.submit(desk, scene);
        officer = officer(Bureau.MARKET_SUPERVISION, "方亦舟");
    }

    @Test
    void theWorkListShowsTheCaseWithItsDeadlineAndTakesIt() throws Exception {
        Document list = page("/office/reviews?q=" + reference);
        assertThat(list.select("tbody tr"))
                .singleElement()
                .satisfies(row -> assertThat(row.text())
                        .contains(scene.nameZh(), reference.value(), "To decide", "working days left"));

        send(post(path("/assignment"))).andExpect(redirectedUrl(path("")));

        assertThat(page("/office/reviews?holder=ME&q=" + reference)
                        .select("tbody tr td:last-child")
                        .text())
                .isEqualTo("You");
        assertThat(page("/office/reviews?holder=NOBODY&q=" + reference).select(".app-empty"))
                .hasSize(1);
    }

    @Test
    void theCaseHasEverythingSideBySide() throws Exception {
        Document screen = page(path(""));

        assertThat(screen.select(".app-identity").text()).contains(reference.value(), scene.nameZh());
        assertThat(screen.select(".app-automatic__item--passed")).hasSize(12);
        assertThat(screen.select("section[aria-labelledby=key-title]").text())
                .contains(scene.holder().key().fingerprint(), scene.personName());
        assertThat(screen.select("mark.app-differs")).isEmpty();
        assertThat(screen.select(".app-imprints img")).hasSize(2);
        assertThat(screen.select(".app-pages img")).hasSize(1);
        assertThat(screen.select("form#decide")).hasSize(1);
        assertThat(screen.select("input[form=decide][name=outcome]")).hasSize(3);
    }

    @Test
    void whatDiffersFromTheRegisterIsMarkedAndApprovingNeedsAReason() throws Exception {
        jdbc.sql("update register.enterprise set legal_representative = '周景明', changed_at = now() where uscc = ?")
                .param(scene.uscc().value())
                .update();

        Document screen = page(path(""));
        assertThat(screen.select("mark.app-differs").text()).contains("周景明");
        assertThat(screen.select(".app-automatic__item--failed")).hasSize(1);

        Document again =
                Jsoup.parse(send(post(path("")).param("outcome", "APPROVED").param("round", "1"))
                        .andExpect(status().isBadRequest())
                        .andReturn()
                        .getResponse()
                        .getContentAsString());
        assertThat(again.select(".govuk-error-summary a[href=#reason]")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"file", "file/pages/1", "imprints/filed", "imprints/drawn"})
    void evidenceIsServedSoThatNothingInItRuns(String evidence) throws Exception {
        site.perform(get(path("/" + evidence)).with(officer))
                .andExpect(status().isOk())
                .andExpect(header().string("Content-Security-Policy", "default-src 'none'; sandbox"))
                .andExpect(header().string("X-Content-Type-Options", "nosniff"));
    }

    @Test
    void aDecisionIsConfirmedBeforeItIsRecorded() throws Exception {
        send(post(path("")).param("outcome", "APPROVED").param("round", "1"))
                .andExpect(redirectedUrl(path("/decision")));
        assertThat(page(path("/decision")).select("dl").text()).contains("Approve");
        assertThat(desk.find(scene.person(), reference).decisions()).isEmpty();

        send(post(path("/decision"))).andExpect(redirectedUrl(path("")));

        assertThat(desk.find(scene.person(), reference).decisions()).hasSize(1);
        Document screen = page(path(""));
        assertThat(screen.select("form#decide")).isEmpty();
        assertThat(screen.select(".app-identity .govuk-tag").text()).isEqualTo("Approved");
        assertThat(screen.select(".app-receipt")).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"'', '', outcome", "REFUSED, '', reason", "RETURNED, Please mend, parts", "NONSENSE, '', outcome"})
    void anIncompleteDecisionIsShownAgainAsItWasTyped(String outcome, String reason, String field) throws Exception {
        Document again = Jsoup.parse(send(post(path(""))
                        .param("outcome", outcome)
                        .param("reason", reason)
                        .param("round", "1"))
                .andExpect(status().isBadRequest())
                .andReturn()
                .getResponse()
                .getContentAsString());

        assertThat(again.title()).startsWith("Error: ");
        assertThat(again.select(".govuk-error-summary a[href=#" + field + "]")).hasSize(1);
        assertThat(again.select("textarea[name=reason]").text()).isEqualTo(reason);
    }

    @Test
    void returningNamesThePartsAndTheApplicantReadsTheReason() throws Exception {
        send(post(path(""))
                        .param("outcome", "RETURNED")
                        .param("parts", "SUPPORTING_FILE")
                        .param("reason", "扫描件缺少第二页")
                        .param("round", "1"))
                .andExpect(redirectedUrl(path("/decision")));
        assertThat(page(path("/decision")).select("dl").text()).contains("Supporting file", "扫描件缺少第二页");
        send(post(path("/decision")));

        Document applicants = Jsoup.parse(site.perform(
                        get("/applications/" + reference).with(scene.signedIn()).header("Accept-Language", "en"))
                .andReturn()
                .getResponse()
                .getContentAsString());
        assertThat(applicants.select(".app-asked").text())
                .contains("Market supervision", "Supporting file", "扫描件缺少第二页");
    }

    @Test
    void whoComesSecondIsToldCalmlyAndNothingIsRecorded() throws Exception {
        send(post(path("")).param("outcome", "APPROVED").param("round", "1"));
        desk.withdraw(scene.person(), reference);

        Document overtaken = Jsoup.parse(send(post(path("/decision")))
                .andExpect(status().isConflict())
                .andReturn()
                .getResponse()
                .getContentAsString());

        assertThat(overtaken.select("main").text()).contains("withdrawn", "Nothing of yours was recorded");
        assertThat(desk.find(scene.person(), reference).status()).isEqualTo(ApplicationStatus.WITHDRAWN);
    }

    @Test
    void aCaseIsHandedToAColleagueOfTheSameBureau() throws Exception {
        UUID colleague = scenes.person(Role.OFFICER, Bureau.MARKET_SUPERVISION, "顾同事", null);
        UUID stranger = scenes.person(Role.OFFICER, Bureau.PUBLIC_SECURITY, "陆警官", null);
        send(post(path("/assignment")));

        assertThat(page(path("/hand-over")).select("input[value=" + colleague + "]"))
                .hasSize(1);
        send(post(path("/hand-over")).param("colleague", stranger.toString())).andExpect(status().isNotFound());
        send(post(path("/hand-over"))).andExpect(status().isBadRequest());
        send(post(path("/hand-over")).param("colleague", colleague.toString())).andExpect(redirectedUrl(path("")));

        Document screen = page(path(""));
        assertThat(screen.select("form#decide")).isEmpty();
        assertThat(screen.text()).contains("taken by 顾同事");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/decision", "/file", "/imprints/filed", "/hand-over"})
    void theDataAdministrationFindsNothingBeforeItsTurn(String page) throws Exception {
        site.perform(get(path(page)).with(officer(Bureau.DATA_ADMINISTRATION, "叶青禾")))
                .andExpect(status().isNotFound());
    }

    @Test
    void citizensDoNotReview() throws Exception {
        site.perform(get(path("")).with(scene.signedIn())).andExpect(status().isForbidden());
        site.perform(get("/office/reviews/no-reference").with(officer)).andExpect(status().isNotFound());
    }

    @Test
    void theScreensSpeakChinese() throws Exception {
        for (String address : new String[] {"/office/reviews", path("")}) {
            String html = site.perform(get(address).with(officer).header("Accept-Language", "zh-CN"))
                    .andExpect(status().isOk())
                    .andReturn()
                    .getResponse()
                    .getContentAsString();
            assertThat(html).contains("待审核").doesNotContain("??");
        }
    }

    private RequestPostProcessor officer(Bureau bureau, String name) {
        return ApplicationScenes.as(scenes.person(Role.OFFICER, bureau, name, null), name, Role.OFFICER, bureau);
    }

    private String path(String page) {
        return "/office/reviews/" + reference + page;
    }

    private Document page(String address) throws Exception {
        return Jsoup.parse(
                site.perform(get(address).with(officer).cookie(session).header("Accept-Language", "en"))
                        .andExpect(status().isOk())
                        .andReturn()
                        .getResponse()
                        .getContentAsString());
    }

    private ResultActions send(MockHttpServletRequestBuilder request) throws Exception {
        ResultActions answer =
                site.perform(request.with(officer).with(csrf()).cookie(session).header("Accept-Language", "en"));
        Cookie given = answer.andReturn().getResponse().getCookie("yinxin-session");
        if (given != null) {
            session = given;
        }
        return answer;
    }
}
