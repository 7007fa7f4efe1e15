package org.yinxin.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yinxin.IntegrationTest;
import org.yinxin.account.AccountFixtures.Somebody;

class OwnAccountIT extends IntegrationTest {

    private static final String NEW_PASSWORD = "nine brown bears in a tall tree";

    @LocalServerPort
    private int port;

    @Autowired
    private AccountFixtures people;

    @Autowired
    private AccountBook book;

    @Autowired
    private JdbcClient jdbc;

    private Somebody citizen;
    private Visitor visitor;

    @BeforeEach
    void aCitizenIsSignedIn() {
        jdbc.sql("delete from account.attempt_limit where subject like 'address:%'")
                .update();
        citizen = people.citizen();
        visitor = new Visitor(port).signIn(citizen);
    }

    @Test
    void aChangedPasswordHoldsAndEndsTheOtherSessions() {
        Visitor elsewhere = new Visitor(port).signIn(citizen);
        change(AccountFixtures.PASSWORD, NEW_PASSWORD);
        assertThat(visitor.path()).isEqualTo("/account");
        assertThat(visitor.main()).contains("Your password is changed");
        assertThat(elsewhere.open("/account").path()).isEqualTo("/sign-in");
        assertThat(elsewhere.signIn(citizen.signInName(), NEW_PASSWORD).path()).isEqualTo("/account");
    }

    @Test
    void withoutThePresentPasswordNothingChangesAndGuessingIsLimited() {
        for (int i = 0; i < 5; i++) {
            change("not my password " + i, NEW_PASSWORD);
            assertThat(visitor.status()).isEqualTo(400);
            assertThat(visitor.errors()).isEqualTo("This is not your present password");
        }
        change(AccountFixtures.PASSWORD, NEW_PASSWORD);
        assertThat(visitor.errors()).contains("Try again in one minute");
    }

    @Test
    void theSamePasswordAndAWeakOneAreRefused() {
        change(AccountFixtures.PASSWORD, AccountFixtures.PASSWORD);
        assertThat(visitor.errors()).isEqualTo("This is the password you have. Choose another");
        change(AccountFixtures.PASSWORD, "password password");
        assertThat(visitor.errors()).contains("anybody would try");
    }

    @Test
    void theHistoryShowsWhatHappenedFromWhereAndWhen() {
        new Visitor(port).signIn(citizen.signInName(), "wrong wrong wrong");
        visitor.open("/account/history");
        assertThat(visitor.page().select("tbody tr")).hasSize(2);
        assertThat(visitor.page().select("tbody tr").first().text())
                .contains("Wrong password")
                .contains("Chrome, Linux")
                .contains("localhost");
        assertThat(visitor.page().select("tbody tr").last().text()).contains("Signed in");
    }

    @Test
    void aLongHistoryIsPaged() {
        for (int i = 0; i < 24; i++) {
            book.enter(citizen.principal().personId(), AccountEventKind.SIGNED_OUT, Origin.PLATFORM);
        }
        assertThat(visitor.open("/account/history").page().select("tbody tr")).hasSize(20);
        assertThat(visitor.open("/account/history?page=2").page().select("tbody tr"))
                .hasSize(5);
        assertThat(visitor.main()).contains("Previous");
    }

    @Test
    void theHistoryCannotBeRewrittenEvenByTheApplication() {
        assertThatThrownBy(() -> jdbc.sql("update account.account_event set address = 'elsewhere'")
                        .update())
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("entries are only ever added");
        assertThatThrownBy(() -> jdbc.sql("delete from account.account_event").update())
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    void otherSessionsAreListedAndEnded() {
        Visitor elsewhere = new Visitor(port).signIn(citizen);
        visitor.open("/account/sessions");
        assertThat(visitor.page().select("tbody tr")).hasSize(2);
        assertThat(visitor.page().select("tbody tr").first().text()).contains("This one");
        visitor.post("/account/sessions");
        assertThat(visitor.main()).contains("signed out in one other place").contains("signed in nowhere else");
        assertThat(elsewhere.open("/account").path()).isEqualTo("/sign-in");
        assertThat(visitor.open("/account").status()).isEqualTo(200);
    }

    @Test
    void theChosenLanguageComesBackWithTheNextSignIn() {
        visitor.open("/account/language").post("/account/language", "language", "zh-CN");
        assertThat(visitor.main()).contains("语言设置已保存");
        assertThat(new Visitor(port, "en").signIn(citizen).open("/account").title())
                .startsWith("您的账户");
    }

    @Test
    void aLanguageThatTheSiteDoesNotSpeakIsRefused() {
        visitor.open("/account/language").post("/account/language", "language", "fr");
        assertThat(visitor.errors()).isEqualTo("Choose a language");
    }

    private void change(String present, String chosen) {
        visitor.open("/account/password").post("/account/password", "present", present, "chosen", chosen);
    }
}
