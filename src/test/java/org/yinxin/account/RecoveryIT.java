package org.yinxin.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yinxin.IntegrationTest;
import org.yinxin.account.AccountFixtures.Somebody;
import org.yinxin.shared.Bureau;
import org.yinxin.shared.NationalId;

class RecoveryIT extends IntegrationTest {

    private static final String COUNTER = "/office/counter-codes";
    private static final String NEW_PASSWORD = "nine brown bears in a tall tree";

    @LocalServerPort
    private int port;

    @Autowired
    private AccountFixtures people;

    @Autowired
    private JdbcClient jdbc;

    private final NationalId card = AccountFixtures.nationalId();
    private Somebody citizen;
    private Visitor visitor;
    private Visitor officer;

    @BeforeEach
    void aCitizenStandsBeforeAnOfficer() {
        jdbc.sql("delete from account.attempt_limit where subject like 'address:%'")
                .update();
        citizen = people.citizen("叶青禾", card);
        visitor = new Visitor(port);
        officer = new Visitor(port).signIn(people.officer(Bureau.DATA_ADMINISTRATION));
    }

    @Test
    void aLockedOutCitizenComesBackWithACodeFromTheCounter() {
        Visitor elsewhere = new Visitor(port).signIn(citizen);
        for (int i = 0; i < 6; i++) {
            visitor.signIn(citizen.signInName(), "wrong wrong wrong " + i);
        }
        String code = code();
        assertThat(officer.main()).contains("叶青禾");

        redeem(code.toUpperCase(java.util.Locale.ROOT).replace("-", " "), NEW_PASSWORD);
        assertThat(visitor.path()).isEqualTo("/account-recovery/done");
        assertThat(visitor.signIn(citizen.signInName(), NEW_PASSWORD).path()).isEqualTo("/applications");
        assertThat(elsewhere.open("/account").path()).isEqualTo("/sign-in");
        assertThat(visitor.open("/account/history").main())
                .contains("Code given out at a counter by 孙雨桐")
                .contains("Password reset");
    }

    @Test
    void aCodeWorksOnce() {
        String code = code();
        redeem(code, NEW_PASSWORD);
        redeem(code, "another good pass phrase");
        assertThat(visitor.errors()).contains("has been used or has run out");
    }

    @Test
    void aWeakPasswordDoesNotUseTheCodeUp() {
        String code = code();
        redeem(code, "short");
        assertThat(visitor.errors()).isEqualTo("Use at least 15 characters");
        redeem(code, NEW_PASSWORD);
        assertThat(visitor.path()).isEqualTo("/account-recovery/done");
    }

    @Test
    void anOldCodeDoesNotWork() {
        String code = code();
        jdbc.sql("update account.counter_code set valid_until = now() where person_id = ?")
                .param(citizen.principal().personId())
                .update();
        redeem(code, NEW_PASSWORD);
        assertThat(visitor.errors()).contains("has run out");
    }

    @Test
    void codesCannotBeGuessed() {
        code();
        for (int i = 0; i < 5; i++) {
            redeem("0000-0000-000" + i, NEW_PASSWORD);
            assertThat(visitor.errors()).contains("do not go together");
        }
        redeem("0000-0000-0009", NEW_PASSWORD);
        assertThat(visitor.errors()).contains("Try again in 5 minutes");
    }

    @Test
    void theOfficerMustHaveSeenTheCardAndItsNumberMustBeTheAccounts() {
        officer.open(COUNTER).post(COUNTER, "phone", citizen.signInName(), "nationalId", card.value());
        assertThat(officer.errors()).contains("Look at the card");
        officer.post(
                COUNTER,
                "phone",
                citizen.signInName(),
                "nationalId",
                AccountFixtures.nationalId().value(),
                "seen",
                "true");
        assertThat(officer.status()).isEqualTo(400);
        assertThat(officer.errors()).contains("No citizen’s account");
    }

    @Test
    void citizensGiveOutNoCodes() {
        assertThat(visitor.signIn(people.citizen()).open(COUNTER).status()).isEqualTo(403);
    }

    private String code() {
        officer.open(COUNTER).post(COUNTER, "phone", citizen.signInName(), "nationalId", card.value(), "seen", "true");
        return officer.page().select(".govuk-panel .app-code").text();
    }

    private void redeem(String code, String password) {
        visitor.open("/account-recovery/code")
                .post("/account-recovery/code", "phone", citizen.signInName(), "code", code, "password", password);
    }
}
