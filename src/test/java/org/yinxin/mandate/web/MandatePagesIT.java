package org.yinxin.mandate.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.yinxin.IntegrationTest;
import org.yinxin.account.AccountFixtures;
import org.yinxin.account.AccountPrincipal;
import org.yinxin.authority.EnrolledKeys;
import org.yinxin.authority.KeyFixtures;
import org.yinxin.authority.KeyMethod;
import org.yinxin.authority.KeyView;
import org.yinxin.ledger.authority.SoftKey;
import org.yinxin.seal.SealFixtures;
import org.yinxin.seal.SealFixtures.Owned;
import org.yinxin.shared.Digest;
import org.yinxin.site.Times;

class MandatePagesIT extends IntegrationTest {

    @Autowired
    private ApplicationContext context;

    @Autowired
    private AccountFixtures accounts;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private MockMvc mvc;

    private Owned seal;
    private AccountPrincipal owner;
    private String overview;

    @BeforeEach
    void anActiveSeal() {
        seal = new SealFixtures(context).active();
        owner = seal.owner().principal();
        overview = "/seals/" + seal.number() + "/mandates";
    }

    @Test
    void aPersonIsInvitedAcceptsIsComparedAndSignedForAndLosesTheMandateAgain() throws Exception {
        assertThat(page(get(overview), owner, 200).select(".app-mandates tbody tr"))
                .hasSize(1);
        Document form = page(get(overview + "/new/keeper"), owner, 200);
        assertThat(form.select("#validFrom").val()).isNotBlank();
        assertThat(form.select("input[name=kinds]")).hasSize(5);
        MvcResult offered = mvc.perform(offer("keeper")
                        .param("name", "林若溪")
                        .param("delegable", "true")
                        .param("kinds", "CONTRACT")
                        .with(user(owner))
                        .with(csrf()))
                .andExpect(status().is3xxRedirection())
                .andReturn();
        String address = offered.getResponse().getRedirectedUrl();
        String code = (String) offered.getFlashMap().get("code");
        Document invitation = page(get(address).cookie(offered.getResponse().getCookies()), owner, 200);
        assertThat(invitation.select("#invitation-code").text()).isEqualTo(code);
        assertThat(invitation.select(".app-invitation__qr path")).hasSize(1);
        assertThat(page(get(address), owner, 200).select("#invitation-code"))
                .as("shown once")
                .isEmpty();

        AccountPrincipal keeper = accounts.citizen().principal();
        SoftKey key = SoftKey.es256();
        Document wrong = page(get("/mandates/invitation").param("code", "0000-0000-0000"), keeper, 400);
        assertThat(wrong.select(".govuk-error-summary a").attr("href")).isEqualTo("#code");
        String offer = redirect(get("/mandates/invitation").param("code", code), keeper);
        assertThat(page(get(offer), keeper, 200).select(".app-enrol"))
                .as("no key yet")
                .hasSize(1);
        KeyView enrolled = new EnrolledKeys(jdbc).enrol(keeper.personId(), key);
        Document shown = page(get(offer), keeper, 200);
        assertThat(shown.text())
                .contains(seal.owner().name())
                .contains(enrolled.key().fingerprint());
        page(post(offer.replaceFirst("\\?.*", "")).param("code", code), keeper, 400);
        assertThat(redirect(
                        post(offer.replaceFirst("\\?.*", ""))
                                .param("code", code)
                                .param("key", enrolled.id().toString()),
                        keeper))
                .isEqualTo(address);
        assertThat(page(get(offer), SealFixtures.stranger(), 200).text())
                .as("a second person with the code")
                .contains("Somebody has accepted it already");

        Document signing = page(get(address + "/signature"), owner, 200);
        assertThat(signing.select(".app-fingerprint").text())
                .isEqualTo(enrolled.key().fingerprint());
        assertThat(signing.text()).contains("沈知远");
        String expiry = signing.select("input[name=expiry]").val();
        Digest act = Digest.fromHex(signing.select(".app-signing").attr("data-act"));
        MockHttpServletRequestBuilder unsigned =
                post(address + "/signature").param("expiry", expiry).param("compared", "true");
        assertThat(page(unsigned, owner, 400).select("a[href=#signature]")).hasSize(1);
        assertThat(page(post(address + "/signature").param("expiry", expiry), owner, 400)
                        .select("a[href=#compared]"))
                .hasSize(1);
        assertThat(redirect(
                        post(address + "/signature")
                                .param("expiry", expiry)
                                .param("compared", "true")
                                .param(
                                        "signature",
                                        KeyFixtures.field(seal.owner().key(), act)),
                        owner))
                .isEqualTo(address);
        awaitState(address, "In force");
        assertThat(page(get("/mandates"), keeper, 200)
                        .select(".app-list__item .govuk-tag")
                        .text())
                .isEqualTo("In force");
        assertThat(page(get(overview), keeper, 200).select(".app-mandates tbody tr"))
                .as("theirs alone")
                .hasSize(1);
        assertThat(page(get(address), keeper, 200).select("a[href$=/mandates/new]"))
                .hasSize(1);
        Document tree = page(get(overview).param("q", "若溪"), owner, 200);
        assertThat(tree.select(".app-mandates__holder--1")).hasSize(1);
        assertThat(page(get(overview).param("q", "无此人"), owner, 200).select(".app-empty"))
                .hasSize(1);

        assertThat(page(post(address + "/withdrawal"), owner, 400).select("a[href=#reason]"))
                .hasSize(1);
        Document check = page(post(address + "/withdrawal").param("reason", "已离职"), owner, 200);
        assertThat(redirect(
                        signed(
                                check,
                                post(address + "/withdrawal"),
                                seal.owner().key()),
                        owner))
                .isEqualTo(address);
        awaitState(address, "Withdrawn");
        Document over = page(get(address), owner, 200);
        assertThat(over.select(".app-timeline__item")).hasSize(6);
        assertThat(over.select(".app-timeline__item a[href^=/receipts/]")).hasSize(4);
        assertThat(over.text()).contains("已离职");
        assertThat(redirect(get(address + "/withdrawal"), owner)).isEqualTo(address);
        assertThat(page(get(overview), owner, 200).select(".app-mandates tbody tr"))
                .hasSize(1);
        assertThat(page(get(overview).param("over", "true"), owner, 200).select(".app-mandates tbody tr"))
                .hasSize(2);
    }

    @Test
    void whatIsWiderThanOnesOwnOrUnreadableIsSaidBesideTheField() throws Exception {
        Document wide = page(
                post(overview + "/new/handler")
                        .param("name", "")
                        .param("phone", "12345")
                        .param("validFrom", "tomorrow")
                        .param("validTo", "2099-01-01")
                        .param("uses", "0"),
                owner,
                400);
        assertThat(wide.select(".govuk-error-summary a").eachAttr("href"))
                .containsExactlyInAnyOrder("#name", "#phone", "#validFrom", "#uses");
        assertThat(page(offer("handler", LocalDate.of(2099, 1, 1)).param("name", "林"), owner, 400)
                        .select(".govuk-error-summary a")
                        .text())
                .contains("after the seal’s period ends");
        assertThat(page(offer("handler").param("name", "林").param("delegable", "true"), owner, 400)
                        .select(".govuk-error-summary a")
                        .text())
                .contains("Only seal keepers");
        assertThat(page(
                                offer("keeper")
                                        .param("name", "林")
                                        .param("delegable", "true")
                                        .param("uses", "3"),
                                owner,
                                400)
                        .select(".govuk-error-summary a")
                        .attr("href"))
                .isEqualTo("#delegable");
        page(get(overview), SealFixtures.stranger(), 404);
        page(get(overview + "/new/handler"), SealFixtures.stranger(), 404);
        page(get("/mandates/" + UUID.randomUUID()), owner, 404);
        page(get("/mandates/not-an-id"), owner, 404);
    }

    @Test
    void aMachinesMandateIsSignedAtOnceAndSaysHowToUseIt() throws Exception {
        assertThat(page(get(overview + "/new/machine"), owner, 200).select("a[href=/account/keys/machine]"))
                .hasSize(1);
        KeyView machine = new EnrolledKeys(jdbc).enrol(owner.personId(), SoftKey.es256(), KeyMethod.MACHINE);
        assertThat(page(offer("machine").param("name", "开票系统"), owner, 400)
                        .select(".govuk-error-summary a")
                        .attr("href"))
                .isEqualTo("#key");
        String signature = redirect(
                offer("machine")
                        .param("name", "开票系统")
                        .param("key", machine.id().toString())
                        .param("uses", "100"),
                owner);
        Document signing = page(get(signature), owner, 200);
        String address = signature.replace("/signature", "");
        assertThat(redirect(
                        signed(
                                signing,
                                post(signature).param("compared", "true"),
                                seal.owner().key()),
                        owner))
                .isEqualTo(address);
        awaitState(address, "In force");
        Document page = page(get(address), owner, 200);
        assertThat(page.text()).contains("0 of 100 uses").contains("How the machine uses it");
        mvc.perform(get(address + "/mandate.json").with(user(owner))).andExpect(status().isOk());
        mvc.perform(get(address + "/mandate.json").with(user(SealFixtures.stranger())))
                .andExpect(status().isNotFound());
    }

    private MockHttpServletRequestBuilder offer(String role) {
        return offer(role, LocalDate.now(Times.ZONE).plusMonths(6));
    }

    private MockHttpServletRequestBuilder offer(String role, LocalDate until) {
        return post(overview + "/new/" + role)
                .param("validFrom", LocalDate.now(Times.ZONE).toString())
                .param("validTo", until.toString());
    }

    /** The form as the page filled it in, with the signature that it asks for. */
    private static MockHttpServletRequestBuilder signed(
            Document page, MockHttpServletRequestBuilder request, SoftKey key) {
        for (Element hidden : page.select("form.app-form input[type=hidden]")) {
            if (!hidden.attr("name").equals("signature")) {
                request.param(hidden.attr("name"), hidden.val());
            }
        }
        Digest act = Digest.fromHex(page.select(".app-signing").attr("data-act"));
        return request.param("signature", KeyFixtures.field(key, act));
    }

    private void awaitState(String address, String state) throws Exception {
        Instant until = Instant.now().plus(Duration.ofSeconds(40));
        Document page = page(get(address), owner, 200);
        while (page.select("#mandate-state").hasAttr("data-refresh-url")
                && Instant.now().isBefore(until)) {
            Thread.sleep(100);
            page = page(get(address), owner, 200);
        }
        assertThat(page.select("#mandate-state .govuk-tag").text()).isEqualTo(state);
    }

    private String redirect(MockHttpServletRequestBuilder request, AccountPrincipal person) throws Exception {
        String to = mvc.perform(request.with(user(person)).with(csrf()).header("Accept-Language", "en"))
                .andExpect(status().is3xxRedirection())
                .andReturn()
                .getResponse()
                .getRedirectedUrl();
        return String.valueOf(to);
    }

    private Document page(MockHttpServletRequestBuilder request, AccountPrincipal person, int status) throws Exception {
        return Jsoup.parse(mvc.perform(request.with(user(person)).with(csrf()).header("Accept-Language", "en"))
                .andExpect(status().is(status))
                .andReturn()
                .getResponse()
                .getContentAsString());
    }
}
