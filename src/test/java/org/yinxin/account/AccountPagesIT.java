package org.yinxin.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yinxin.IntegrationTest;
import org.yinxin.account.AccountFixtures.Somebody;
import org.yinxin.shared.Bureau;
import org.yinxin.shared.NationalId;

/** Every page of the module as a browser gets it, in both languages. */
class AccountPagesIT extends IntegrationTest {

    private static final String OFFICERS = "/office/administration/officers";

    @LocalServerPort
    private int port;

    @Autowired
    private AccountFixtures people;

    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void noHistoryOfThisAddress() {
        jdbc.sql("delete from account.attempt_limit where subject not like 'name:%'")
                .update();
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh-CN"})
    void thePagesBeforeTheDoor(String language) {
        Visitor visitor = new Visitor(port, language);
        for (String page : List.of(
                "/sign-in",
                "/sign-up",
                "/sign-up/done",
                "/account-recovery",
                "/account-recovery/code",
                "/account-recovery/done")) {
            check(visitor.open(page), page, language);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh-CN"})
    void theStepsOfASignUp(String language) {
        Visitor visitor = new Visitor(port, language);
        visitor.open("/sign-up").post("/sign-up");
        check(visitor, "/sign-up", language);
        assertThat(visitor.page().select(".govuk-error-summary a")).hasSize(3);
        visitor.post(
                "/sign-up",
                "name",
                "沈知远",
                "nationalId",
                AccountFixtures.nationalId().value(),
                "phone",
                AccountFixtures.phone());
        check(visitor, "/sign-up/password", language);
        assertThat(visitor.page().select("#password").attr("autocomplete")).isEqualTo("new-password");
        visitor.post("/sign-up/password", "password", AccountFixtures.PASSWORD);
        check(visitor, "/sign-up/check", language);
        assertThat(visitor.page().select(".govuk-summary-list__row")).hasSize(4);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh-CN"})
    void theOwnAccount(String language) {
        Visitor visitor = new Visitor(port, language).signIn(people.citizen());
        for (String page : List.of(
                "/account", "/account/password", "/account/history", "/account/sessions", "/account/language")) {
            check(visitor.open(page), page, language);
        }
        assertThat(visitor.page().select("input[checked]").attr("value")).isEqualTo(language);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh-CN"})
    void theCounter(String language) {
        NationalId card = AccountFixtures.nationalId();
        Somebody citizen = people.citizen("方亦舟", card);
        Visitor officer = new Visitor(port, language).signIn(people.officer(Bureau.MARKET_SUPERVISION));
        check(officer.open("/office/counter-codes"), "/office/counter-codes", language);
        officer.post(
                "/office/counter-codes", "phone", citizen.signInName(), "nationalId", card.value(), "seen", "true");
        check(officer, "/office/counter-codes", language);
        assertThat(officer.page().select(".govuk-panel .app-code").text()).matches("[0-9a-z]{4}(-[0-9a-z]{4}){2}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh-CN"})
    void theAdministrationOfOfficers(String language) {
        Somebody colleague = people.officer(Bureau.DATA_ADMINISTRATION);
        Visitor administrator = new Visitor(port, language).signIn(people.administrator(Bureau.DATA_ADMINISTRATION));
        String one = OFFICERS + "/" + colleague.principal().personId();
        for (String page : List.of(
                OFFICERS, OFFICERS + "/new", one, one + "/suspension", one + "/restoration", one + "/password-reset")) {
            check(administrator.open(page), page, language);
        }
        assertThat(administrator
                        .open(OFFICERS)
                        .page()
                        .select("tbody tr .govuk-tag")
                        .size())
                .as("one status for each officer")
                .isEqualTo(administrator.page().select("tbody tr").size());
        administrator.open(OFFICERS + "/new");
        administrator.post(
                OFFICERS + "/new", "name", "白鹭", "staffNumber", AccountFixtures.staffNumber(), "role", "ADMINISTRATOR");
        check(administrator, OFFICERS + "/new", language);
        assertThat(administrator.page().select(".govuk-panel .app-code").text())
                .matches("[0-9a-z]{4}(-[0-9a-z]{4}){3}");
    }

    private static void check(Visitor visitor, String path, String language) {
        assertThat(visitor.path()).isEqualTo(path);
        Document page = visitor.page();
        assertThat(page.select("html").attr("lang")).isEqualTo(language);
        assertThat(page.select("main h1")).as("headings of %s", path).hasSize(1);
        assertThat(page.select("main h1").text()).isNotBlank();
        assertThat(page.title()).contains("–").doesNotStartWith("–");
        assertThat(page.text()).as("messages of %s", path).doesNotContain("??").doesNotContain("{0}");
        for (Element input : page.select("main input:not([type=hidden]), main select, main textarea")) {
            assertThat(page.select("label[for=" + input.id() + "]"))
                    .as("label of %s on %s", input.id(), path)
                    .hasSize(1);
        }
        for (Element form : page.select("main form[method=post]")) {
            assertThat(form.select("input[name=_csrf]")).hasSize(1);
        }
        assertThat(page.select("main [id]").eachAttr("id")).doesNotHaveDuplicates();
    }
}
