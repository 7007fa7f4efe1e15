package org.yinxin.verification.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.yinxin.IntegrationTest;
import org.yinxin.seal.RevocationGround;
import org.yinxin.seal.SealFixtures;
import org.yinxin.seal.SealFixtures.Owned;
import org.yinxin.seal.SealLife;
import org.yinxin.shared.Bureau;

class CheckIT extends IntegrationTest {

    private static final AtomicInteger CALLERS = new AtomicInteger();

    @Autowired
    private ApplicationContext context;

    @Autowired
    private SealLife life;

    @Autowired
    private MockMvc site;

    private SealFixtures seals;
    private String caller = "";

    @BeforeEach
    void prepare() {
        seals = new SealFixtures(context);
        caller = "198.51.100." + CALLERS.incrementAndGet();
    }

    @Test
    void aSealIsFoundByItsNumberTheOwnersCodeAndTheOwnersWholeName() throws Exception {
        Owned seal = seals.issued();
        String page = "/s/" + seal.number();

        site.perform(search(seal.number().value())).andExpect(redirectedUrl(page));
        site.perform(search(seal.number().grouped())).andExpect(redirectedUrl(page));
        site.perform(search(seal.owner().uscc().value())).andExpect(redirectedUrl(page));
        site.perform(search(seal.owner().uscc().grouped().toLowerCase())).andExpect(redirectedUrl(page));
        site.perform(search(" " + seal.owner().name() + " ")).andExpect(redirectedUrl(page));
    }

    @Test
    void aPartOfANameFindsNothingAndTheReaderLearnsWhy() throws Exception {
        Owned seal = seals.issued();

        Document page = read(search(seal.owner().name().substring(0, 6)));

        assertThat(page.select("h1").text()).isEqualTo("We found nothing for this");
        assertThat(page.select("main").text()).contains("complete and exact");
        assertThat(page.select("#q").val()).isEqualTo(seal.owner().name().substring(0, 6));
    }

    @Test
    void severalSealsOfOneEnterpriseAreListedTheOneInUseFirst() throws Exception {
        Owned first = seals.active();
        life.revoke(
                Bureau.DATA_ADMINISTRATION,
                first.owner().personId(),
                first.number(),
                RevocationGround.CESSATION_OF_OPERATION,
                "Struck off");
        seals.awaitRecorded(first.number());
        Owned second = seals.issued(first.owner());
        seals.activate(second);
        seals.awaitRecorded(second.number());

        Document page = read(search(first.owner().uscc().value()));

        assertThat(page.select(".app-results__title a").eachAttr("href"))
                .containsExactly("/s/" + second.number(), "/s/" + first.number());
        assertThat(page.select(".app-results .govuk-tag").eachText()).containsExactly("In force", "Revoked");
    }

    @Test
    void anEnterpriseWithoutASealIsNamedAsSuch() throws Exception {
        String name = seals.owner().name();

        Document page = read(search(name));

        assertThat(page.select(".app-results__title").text()).isEqualTo(name);
        assertThat(page.select(".app-results").text()).contains("without an e-seal");
        assertThat(page.select(".app-results a")).isEmpty();
    }

    @Test
    void anEmptySearchLeadsToWhereCheckingBegins() throws Exception {
        site.perform(search("  ")).andExpect(redirectedUrl("/check"));
        Document page = read(get("/check"));
        assertThat(page.select("h1").text()).isEqualTo("Check a seal or a document");
        assertThat(page.select("main a[href='/check/document']")).isNotEmpty();
        assertThat(page.select(".app-address").text()).isEqualTo("http://localhost:8080/");
    }

    @Test
    void whoAsksTooOftenIsToldToWaitAndOthersAreNot() throws Exception {
        for (int i = 0; i < 30; i++) {
            site.perform(search("9133010600000000" + i)).andExpect(status().isOk());
        }

        MockHttpServletResponse refused = site.perform(search("杭州").header("Accept-Language", "en"))
                .andExpect(status().isTooManyRequests())
                .andExpect(header().exists("Retry-After"))
                .andReturn()
                .getResponse();
        assertThat(document(refused).select("h1").text()).isEqualTo("Too many requests");

        caller = "203.0.113.7";
        site.perform(search("杭州")).andExpect(status().isOk());
    }

    private MockHttpServletRequestBuilder search(String typed) {
        return get("/check/search").param("q", typed).remoteAddress(caller);
    }

    private Document read(MockHttpServletRequestBuilder request) throws Exception {
        return document(site.perform(request.header("Accept-Language", "en"))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse());
    }

    private static Document document(MockHttpServletResponse response) throws Exception {
        return Jsoup.parse(response.getContentAsString(StandardCharsets.UTF_8));
    }
}
