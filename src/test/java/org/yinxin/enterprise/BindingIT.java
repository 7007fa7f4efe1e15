package org.yinxin.enterprise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.springframework.transaction.support.TransactionTemplate;
import org.yinxin.IntegrationTest;
import org.yinxin.account.AccountFixtures;
import org.yinxin.account.AccountPrincipal;
import org.yinxin.account.NationalIdDigests;
import org.yinxin.register.Author;
import org.yinxin.register.EnterpriseEntry;
import org.yinxin.register.EnterpriseStatus;
import org.yinxin.register.RegisterBooks;
import org.yinxin.register.RegisterFixtures;
import org.yinxin.shared.Bureau;
import org.yinxin.shared.Digest;
import org.yinxin.shared.NationalId;
import org.yinxin.shared.SealCode;
import org.yinxin.shared.Uscc;

class BindingIT extends IntegrationTest {

    @Autowired
    private MockMvc site;

    @Autowired
    private AccountFixtures accounts;

    @Autowired
    private NationalIdDigests digests;

    @Autowired
    private RegisterBooks books;

    @Autowired
    private Bindings bindings;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transactions;

    private Uscc uscc;
    private EnterpriseEntry enterprise;
    private AccountPrincipal representative;
    private AccountPrincipal impostor;

    @BeforeEach
    void anEnterpriseWithItsLegalRepresentative() {
        NationalId number = AccountFixtures.nationalId();
        representative = accounts.citizen("沈知远", number).principal();
        impostor = accounts.citizen("吴不名", AccountFixtures.nationalId()).principal();
        uscc = RegisterFixtures.uscc();
        enterprise = RegisterFixtures.enterprise(uscc, "沈知远", digests.digest(number));
        register(enterprise);
    }

    @Test
    void whoActsForNobodyIsToldWhatToDo() throws Exception {
        Document page = page(get("/enterprises"), representative, 200);

        assertThat(page.select(".app-empty").text()).contains("You do not act for any enterprise yet");
        assertThat(page.select(".app-empty a").attr("href")).isEqualTo("/enterprises/bind");
    }

    @Test
    void theLegalRepresentativeIsBoundAfterLookingAtTheRegister() throws Exception {
        String facts = redirect(post("/enterprises/bind").param("which", uscc.grouped()), representative);
        assertThat(facts).isEqualTo("/enterprises/bind/" + uscc);
        assertThat(page(get(facts), representative, 200).select("main").text())
                .contains(enterprise.nameZh())
                .contains(enterprise.address());
        assertThat(bindings.isLegalRepresentative(representative.personId(), uscc))
                .isFalse();

        String overview = redirect(post(facts), representative);

        assertThat(overview).isEqualTo("/enterprises/" + uscc);
        assertThat(page(get(overview), representative, 200).select("h1").text()).isEqualTo(enterprise.nameZh());
        assertThat(page(get("/enterprises"), representative, 200)
                        .select(".app-card")
                        .text())
                .contains(enterprise.nameZh());
        assertThat(bindings.of(representative.personId())).containsExactly(enterprise);
        assertThat(attempts(representative)).containsExactly("BOUND");
    }

    @Test
    void theExactNameLeadsToTheEnterpriseToo() throws Exception {
        assertThat(redirect(post("/enterprises/bind").param("which", " " + enterprise.nameZh() + " "), representative))
                .isEqualTo("/enterprises/bind/" + uscc);
    }

    @Test
    void severalEnterprisesOfOneNameAreToldApart() throws Exception {
        Uscc other = RegisterFixtures.uscc();
        EnterpriseEntry twin = RegisterFixtures.enterprise(other);
        register(new EnterpriseEntry(
                other,
                enterprise.nameZh(),
                null,
                twin.kind(),
                twin.legalRepresentative(),
                twin.legalRepresentativeIdDigest(),
                twin.address(),
                EnterpriseStatus.DEREGISTERED,
                twin.establishedOn(),
                null,
                twin.division()));

        Document page = page(post("/enterprises/bind").param("which", enterprise.nameZh()), representative, 200);

        assertThat(page.select(".app-card a").eachAttr("href"))
                .containsExactly("/enterprises/bind/" + uscc, "/enterprises/bind/" + other);
    }

    @Test
    void whatTheRegisterDoesNotKnowIsSaidBesideTheField() throws Exception {
        Document unknown = page(post("/enterprises/bind").param("which", "没有这家公司"), representative, 400);
        assertThat(unknown.select("#which-error").text()).contains("no enterprise of this code or name");
        assertThat(unknown.select("input#which").val()).isEqualTo("没有这家公司");
        assertThat(page(post("/enterprises/bind").param("which", " "), representative, 400)
                        .select("#which-error")
                        .text())
                .contains("Enter the enterprise");
    }

    @Test
    void theImpostorIsRefusedCalmlyAndNoted() throws Exception {
        Document page = page(post("/enterprises/bind/" + uscc), impostor, 403);

        assertThat(page.select("main").text())
                .contains("names somebody else as its legal representative")
                .contains("has been noted");
        assertThat(bindings.isLegalRepresentative(impostor.personId(), uscc)).isFalse();
        assertThat(attempts(impostor)).containsExactly("NOT_LEGAL_REPRESENTATIVE");
        page(get("/enterprises/" + uscc), impostor, 404);
        page(get("/enterprises/" + uscc + "/unbind"), impostor, 404);
    }

    @Test
    void whoHasTheNumberButNotTheNameIsRefused() {
        NationalId number = AccountFixtures.nationalId();
        AccountPrincipal renamed = accounts.citizen("沈知近", number).principal();
        register(RegisterFixtures.enterprise(uscc, "沈知远", digests.digest(number)));

        assertThat(bindings.bind(renamed.personId(), uscc))
                .isEqualTo(new BindingOutcome.Refused(BindingOutcome.Reason.NOT_LEGAL_REPRESENTATIVE));
    }

    @Test
    void anEnterpriseThatIsNotActiveCannotBeAdded() throws Exception {
        register(RegisterFixtures.inState(enterprise, EnterpriseStatus.LICENCE_REVOKED));

        assertThat(page(post("/enterprises/bind/" + uscc), representative, 403)
                        .select("main")
                        .text())
                .contains("not active at present");
        assertThat(attempts(representative)).containsExactly("NOT_ACTIVE");
    }

    @Test
    void afterFiveRefusalsThePersonMustWait() throws Exception {
        for (int i = 0; i < 5; i++) {
            page(post("/enterprises/bind/" + uscc), impostor, 403);
        }

        MockHttpServletResponse response = answer(post("/enterprises/bind/" + uscc), impostor);

        assertThat(response.getStatus()).isEqualTo(429);
        assertThat(response.getHeader("Retry-After")).isNotNull();
        assertThat(attempts(impostor)).hasSize(5);
        assertThat(redirect(post("/enterprises/bind/" + uscc), representative)).contains(uscc.value());
    }

    @Test
    void aNewLegalRepresentativeInTheRegisterEndsTheBinding() throws Exception {
        bindings.bind(representative.personId(), uscc);

        register(RegisterFixtures.enterprise(uscc, "林若溪", RegisterFixtures.digest("林若溪")));

        assertThat(bindings.isLegalRepresentative(representative.personId(), uscc))
                .isFalse();
        assertThat(bindings.of(representative.personId())).isEmpty();
        page(get("/enterprises/" + uscc), representative, 404);
        assertThat(page(get("/enterprises"), representative, 200).select("main").text())
                .contains("No longer yours")
                .contains(enterprise.nameZh());
    }

    @Test
    void aPersonStopsActingForAnEnterpriseAndMayBeginAgain() throws Exception {
        bindings.bind(representative.personId(), uscc);
        Document page = page(get("/enterprises/" + uscc + "/unbind"), representative, 200);
        assertThat(page.select("h1").text()).contains("stop acting");

        assertThat(redirect(post("/enterprises/" + uscc + "/unbind"), representative))
                .isEqualTo("/enterprises");
        assertThat(bindings.of(representative.personId())).isEmpty();

        assertThat(bindings.bind(representative.personId(), uscc)).isEqualTo(new BindingOutcome.Bound(enterprise));
        assertThat(attempts(representative)).containsExactly("BOUND", "UNBOUND", "BOUND");
    }

    @Test
    void bindingTwiceChangesNothing() {
        bindings.bind(representative.personId(), uscc);
        bindings.bind(representative.personId(), uscc);

        assertThat(bindings.of(representative.personId())).hasSize(1);
        assertThat(attempts(representative)).containsExactly("BOUND", "ALREADY_BOUND");
    }

    @Test
    void theImprintIsSeenByTheBoundPersonOnly() throws Exception {
        SealCode code = RegisterFixtures.sealCode();
        transactions.executeWithoutResult(transaction -> books.putFilings(
                List.of(RegisterFixtures.filing(code, uscc)), Author.officer(representative.personId())));
        Digest digest = Digest.sha256(code.value().getBytes(StandardCharsets.UTF_8));
        jdbc.sql("insert into register.imprint (digest, png, added_at) values (?, ?, now())")
                .params(digest.bytes(), new byte[] {1})
                .update();
        jdbc.sql("update register.seal_filing set imprint_digest = ? where code = ?")
                .params(digest.bytes(), code.value())
                .update();
        bindings.bind(representative.personId(), uscc);
        String path = "/enterprises/" + uscc + "/filings/" + code + "/imprint.png";

        assertThat(page(get("/enterprises/" + uscc), representative, 200)
                        .select("img.app-filings__imprint")
                        .attr("src"))
                .isEqualTo(path);
        assertThat(answer(get(path), representative).getStatus()).isEqualTo(200);
        assertThat(answer(get(path), impostor).getStatus()).isEqualTo(404);
    }

    @Test
    void attemptsAreNeverErased() {
        bindings.bind(impostor.personId(), uscc);

        assertThatThrownBy(
                        () -> jdbc.sql("delete from enterprise.binding_attempt").update())
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    void officersHaveNoEnterprises() throws Exception {
        AccountPrincipal officer = accounts.officer(Bureau.MARKET_SUPERVISION).principal();

        assertThat(answer(get("/enterprises"), officer).getStatus()).isEqualTo(403);
    }

    private void register(EnterpriseEntry entry) {
        transactions.executeWithoutResult(transaction ->
                books.putEnterprises(List.of(RegisterFixtures.row(entry)), Author.officer(representative.personId())));
    }

    private List<String> attempts(AccountPrincipal person) {
        return jdbc.sql("select outcome from enterprise.binding_attempt where person_id = ? order by id")
                .param(person.personId())
                .query(String.class)
                .list();
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
        return site.perform(request.header("Accept-Language", "en").with(csrf()).with(user(person)))
                .andReturn()
                .getResponse();
    }
}
