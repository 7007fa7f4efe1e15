package org.yinxin.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yinxin.IntegrationTest;
import org.yinxin.account.AccountFixtures.Somebody;
import org.yinxin.shared.NationalId;

class SignUpIT extends IntegrationTest {

    @LocalServerPort
    private int port;

    @Autowired
    private AccountFixtures people;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private NationalIdDigests digests;

    private Visitor visitor;

    @BeforeEach
    void newVisitorFromAnAddressWithoutHistory() {
        visitor = new Visitor(port);
        jdbc.sql("delete from account.attempt_limit where subject not like 'name:%'")
                .update();
    }

    @Test
    void aCitizenSignsUpChecksTheAnswersAndSignsIn() {
        NationalId number = AccountFixtures.nationalId();
        String phone = AccountFixtures.phone();
        details("阿不都热西提•买买提", number.value().toLowerCase(java.util.Locale.ROOT), phone);
        assertThat(visitor.path()).isEqualTo("/sign-up/password");
        visitor.post("/sign-up/password", "password", AccountFixtures.PASSWORD);
        assertThat(visitor.path()).isEqualTo("/sign-up/check");
        assertThat(visitor.main())
                .contains("阿不都热西提·买买提")
                .contains(new PhoneNumber(phone).grouped())
                .contains(number.value().substring(14))
                .doesNotContain(number.value())
                .doesNotContain(AccountFixtures.PASSWORD);
        visitor.post("/sign-up/check");
        assertThat(visitor.path()).isEqualTo("/sign-up/done");
        visitor.signIn(phone, AccountFixtures.PASSWORD);
        assertThat(visitor.open("/account").main()).contains("阿不都热西提·买买提").contains("This is the first time");
    }

    @Test
    void theNumberStandsNowhereInTheDatabaseNotEvenWhileTheAnswersWait() {
        NationalId number = AccountFixtures.nationalId();
        details("沈知远", number.value(), AccountFixtures.phone());
        visitor.post("/sign-up/password", "password", AccountFixtures.PASSWORD);
        String sessions = jdbc.sql("select attribute_bytes from site.spring_session_attributes")
                .query((row, index) -> new String(row.getBytes(1), StandardCharsets.ISO_8859_1))
                .list()
                .toString();
        assertThat(sessions)
                .contains(digests.digest(number).hex())
                .doesNotContain(number.value())
                .doesNotContain(AccountFixtures.PASSWORD);
        visitor.post("/sign-up/check");
        assertThat(jdbc.sql("select person::text from account.person person")
                        .query(String.class)
                        .list()
                        .toString())
                .contains(digests.digest(number).hex().substring(2))
                .doesNotContain(number.value());
    }

    @Test
    void whatCannotBeReadIsSaidBesideItsFieldAndNothingTypedIsLost() {
        details("", "990101197803120010", "12345");
        assertThat(visitor.status()).isEqualTo(400);
        assertThat(visitor.title()).startsWith("Error: Who are you?");
        assertThat(visitor.page().select(".govuk-error-summary a").eachAttr("href"))
                .containsExactlyInAnyOrder("#name", "#nationalId", "#phone");
        assertThat(visitor.page().select("#phone").attr("value")).isEqualTo("12345");
        assertThat(visitor.page().select("#phone").attr("aria-describedby")).contains("phone-error");
    }

    @Test
    void weakPasswordsAreRefusedWithTheReason() {
        String phone = AccountFixtures.phone();
        details("沈知远", AccountFixtures.nationalId().value(), phone);
        visitor.post("/sign-up/password", "password", "short");
        assertThat(visitor.status()).isEqualTo(400);
        assertThat(visitor.errors()).isEqualTo("Use at least 15 characters");
        visitor.post("/sign-up/password", "password", "passwordpassword");
        assertThat(visitor.errors()).contains("anybody would try");
        visitor.post("/sign-up/password", "password", "沈知远" + phone + "!!!");
        assertThat(visitor.errors()).contains("your own name or number");
        visitor.post("/sign-up/password", "password", "x".repeat(3) + AccountFixtures.PASSWORD.repeat(5));
        assertThat(visitor.errors()).isEqualTo("Use at most 128 characters");
    }

    @Test
    void aTakenNumberOrPhoneSaysWhatToDoAndNotWhichNorWhose() {
        NationalId number = AccountFixtures.nationalId();
        Somebody first = people.citizen("林若溪", number);
        details("周景明", number.value(), AccountFixtures.phone());
        String sameNumber = visitor.errors();
        assertThat(sameNumber).contains("sign in").contains("counter").doesNotContain("林若溪");
        details("周景明", AccountFixtures.nationalId().value(), first.signInName());
        assertThat(visitor.errors()).isEqualTo(sameNumber);
    }

    @Test
    void whoeverIsSecondIsToldAtTheEndToo() {
        NationalId number = AccountFixtures.nationalId();
        details("周景明", number.value(), AccountFixtures.phone());
        visitor.post("/sign-up/password", "password", AccountFixtures.PASSWORD);
        people.citizen("周景明", number);
        visitor.post("/sign-up/check");
        assertThat(visitor.status()).isEqualTo(400);
        assertThat(visitor.errors()).contains("already an account");
    }

    @Test
    void stepsCannotBeSkipped() {
        assertThat(visitor.open("/sign-up/password").path()).isEqualTo("/sign-up");
        assertThat(visitor.open("/sign-up/check").path()).isEqualTo("/sign-up");
        details("沈知远", AccountFixtures.nationalId().value(), AccountFixtures.phone());
        assertThat(visitor.open("/sign-up/check").path()).isEqualTo("/sign-up");
    }

    @Test
    void nobodyCanTryOutManyNumbersFromOneAddress() {
        jdbc.sql("""
                        insert into account.attempt_limit values
                            ('sign-up:127.0.0.1', 50, now(), now() + interval '1 minute')""").update();
        details("沈知远", AccountFixtures.nationalId().value(), AccountFixtures.phone());
        assertThat(visitor.errors()).contains("Try again in one minute");
    }

    private void details(String name, String number, String phone) {
        visitor.open("/sign-up").post("/sign-up", "name", name, "nationalId", number, "phone", phone);
    }
}
