package org.yinxin.notice.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;
import org.yinxin.IntegrationTest;
import org.yinxin.account.AccountFixtures;
import org.yinxin.account.AccountPrincipal;
import org.yinxin.notice.News;
import org.yinxin.notice.Notices;
import org.yinxin.shared.Bureau;

class NoticesIT extends IntegrationTest {

    private static final String WORDS = "mandate.news.holder.record";

    @Autowired
    private Notices notices;

    @Autowired
    private AccountFixtures accounts;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private MockMvc mvc;

    @Test
    void whatAPersonIsToldIsCountedOnEveryPageUntilTheyHaveReadIt() throws Exception {
        AccountPrincipal me = accounts.citizen().principal();
        assertThat(page("/notices", me, "en").text()).contains("Nothing to tell you yet");
        assertThat(page("/mandates", me, "en").select(".app-header__count")).isEmpty();
        tell(me, "/mandates/1");
        tell(me, "/mandates/2");

        Document list = page("/notices", me, "en");
        assertThat(list.select(".app-header__count").text()).isEqualTo(", unread: 2");
        assertThat(list.select(".app-notice--unread")).hasSize(2);
        assertThat(list.select(".app-notice").first().text())
                .as("newest first")
                .contains("Your mandate for the seal of 杭州“云栖”<b>公司 is in force.");
        String newest = list.select(".app-notice form").first().attr("action");
        mvc.perform(post(newest).with(user(me)).with(csrf())).andExpect(redirectedUrl("/mandates/2"));
        mvc.perform(post(newest).with(user(me)).with(csrf())).andExpect(redirectedUrl("/mandates/2"));
        assertThat(page("/mandates", me, "zh-CN").select(".app-header__count").text())
                .isEqualTo("，未读：1");

        mvc.perform(post("/notices/all").with(user(me)).with(csrf())).andExpect(redirectedUrl("/notices"));
        Document read = page("/notices", me, "zh-CN");
        assertThat(read.select(".app-header__count, .app-notice--unread, form[action$=all]"))
                .isEmpty();
        assertThat(read.select(".app-notice").text()).contains("您对杭州“云栖”<b>公司印章的授权已生效");
    }

    @Test
    void longListsHavePages() throws Exception {
        AccountPrincipal me = accounts.citizen().principal();
        IntStream.range(0, 23).forEach(number -> tell(me, "/mandates/" + number));
        assertThat(page("/notices", me, "en").select(".app-notice")).hasSize(20);
        Document second = page("/notices?page=2", me, "en");
        assertThat(second.select(".app-notice")).hasSize(3);
        assertThat(second.select(".govuk-pagination__item--current").text()).isEqualTo("2");
        assertThat(page("/notices?page=x", me, "en").select(".app-notice")).hasSize(20);
    }

    @Test
    void nobodyReadsOrOpensWhatOthersWereTold() throws Exception {
        AccountPrincipal me = accounts.citizen().principal();
        tell(me, "/mandates");
        AccountPrincipal other = accounts.citizen().principal();
        String mine = page("/notices", me, "en").select(".app-notice form").attr("action");

        assertThat(page("/notices", other, "en").select(".app-notice")).isEmpty();
        mvc.perform(post(mine).with(user(other)).with(csrf())).andExpect(status().isNotFound());
        mvc.perform(post("/notices/" + UUID.randomUUID()).with(user(me)).with(csrf()))
                .andExpect(status().isNotFound());
        mvc.perform(post("/notices/all").with(user(other)).with(csrf())).andExpect(status().is3xxRedirection());
        mvc.perform(post(mine).with(user(me))).andExpect(status().isForbidden());
        assertThat(notices.unread(me.personId())).isEqualTo(1);
        AccountPrincipal officer = accounts.officer(Bureau.PUBLIC_SECURITY).principal();
        mvc.perform(get("/notices").with(user(officer))).andExpect(status().isForbidden());
        mvc.perform(get("/notices")).andExpect(redirectedUrl("/sign-in"));
    }

    @Test
    void whatWasToldStaysAsItWasAndLeadsToPagesOfOursOnly() {
        AccountPrincipal me = accounts.citizen().principal();
        tell(me, "/mandates");
        assertThatThrownBy(() -> jdbc.sql("update notice.notice set address = '/other' where person_id = ?")
                        .param(me.personId())
                        .update())
                .isInstanceOf(DataAccessException.class);
        assertThat(List.of("//elsewhere.example", "https://elsewhere.example", "/\\elsewhere.example", "mandates"))
                .allSatisfy(
                        address -> assertThatThrownBy(() -> tell(me, address)).isInstanceOf(DataAccessException.class));
        assertThatThrownBy(() -> notices.tell(me.personId(), new News(WORDS, List.of(), "/mandates")))
                .as("outside the transaction in which it happens")
                .isInstanceOf(IllegalTransactionStateException.class);
        assertThat(notices.unread(me.personId())).isEqualTo(1);
    }

    private void tell(AccountPrincipal person, String address) {
        News news = new News(WORDS, List.of("杭州“云栖”<b>公司", "林若溪", ""), address);
        transaction.executeWithoutResult(status -> notices.tell(person.personId(), news));
    }

    private Document page(String address, AccountPrincipal person, String language) throws Exception {
        return Jsoup.parse(mvc.perform(get(address).with(user(person)).header("Accept-Language", language))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString());
    }
}
