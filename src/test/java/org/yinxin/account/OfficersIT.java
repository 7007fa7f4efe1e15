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

class OfficersIT extends IntegrationTest {

    private static final String OFFICERS = "/office/administration/officers";
    private static final String OWN_PASSWORD = "nine brown bears in a tall tree";

    @LocalServerPort
    private int port;

    @Autowired
    private AccountFixtures people;

    @Autowired
    private JdbcClient jdbc;

    private Visitor administrator;
    private Visitor officer;

    @BeforeEach
    void anAdministratorIsSignedIn() {
        jdbc.sql("delete from account.attempt_limit where subject like 'address:%'")
                .update();
        administrator = new Visitor(port).signIn(people.administrator(Bureau.PUBLIC_SECURITY));
        officer = new Visitor(port);
    }

    @Test
    void aNewOfficerSignsInOnceWithTheShownPasswordAndMustChooseAnother() {
        String staffNumber = AccountFixtures.staffNumber();
        String password = create("秦岚", staffNumber);

        officer.signIn(staffNumber, password);
        assertThat(officer.path()).isEqualTo("/account/password");
        assertThat(officer.main()).contains("Choose your own password");
        assertThat(officer.open("/account").path()).isEqualTo("/account/password");
        assertThat(officer.open("/office/reviews").path()).isEqualTo("/account/password");

        officer.post("/account/password", "chosen", password);
        assertThat(officer.errors()).contains("This is the password you have");
        officer.open("/account/password").post("/account/password", "chosen", OWN_PASSWORD);
        assertThat(officer.path()).isEqualTo("/office/reviews");
        assertThat(officer.open("/account").status()).isEqualTo(200);

        assertThat(new Visitor(port).signIn(staffNumber, password).errors()).contains("not right");
        assertThat(new Visitor(port).signIn(staffNumber, OWN_PASSWORD).path()).isEqualTo("/office/reviews");
    }

    @Test
    void anInitialPasswordThatWaitedTooLongNoLongerOpens() {
        String staffNumber = AccountFixtures.staffNumber();
        String password = create("秦岚", staffNumber);
        jdbc.sql(
                        "update account.person set one_time_password_until = now() - interval '1 minute' where sign_in_name = ?")
                .param(staffNumber)
                .update();
        assertThat(officer.signIn(staffNumber, password).errors()).contains("has run out");
    }

    @Test
    void aStaffNumberThatSomebodyHasIsRefused() {
        Somebody other = people.officer(Bureau.MARKET_SUPERVISION);
        administrator.open(OFFICERS + "/new");
        administrator.post(OFFICERS + "/new", "name", "秦岚", "staffNumber", other.signInName(), "role", "OFFICER");
        assertThat(administrator.status()).isEqualTo(400);
        assertThat(administrator.errors()).isEqualTo("Somebody has this staff number already");
        assertThat(administrator.page().select("#name").attr("value")).isEqualTo("秦岚");
        assertThat(administrator.page().select("input[name=role][checked]").attr("value"))
                .isEqualTo("OFFICER");
    }

    @Test
    void nobodyBecomesAClerkOrCitizenHere() {
        administrator.open(OFFICERS + "/new");
        administrator.post(
                OFFICERS + "/new", "name", "秦岚", "staffNumber", AccountFixtures.staffNumber(), "role", "CLERK");
        assertThat(administrator.errors()).isEqualTo("Choose a role");
    }

    @Test
    void aSuspendedOfficerIsSignedOutAtOnceAndStaysOutUntilRestored() {
        Somebody somebody = people.officer(Bureau.PUBLIC_SECURITY);
        officer.signIn(somebody);
        administrator.open(page(somebody) + "/suspension").post(page(somebody) + "/suspension");
        assertThat(administrator.main()).contains("is suspended");

        assertThat(officer.open("/account").path()).isEqualTo("/sign-in");
        assertThat(officer.signIn(somebody).errors()).contains("This account is suspended");
        assertThat(new Visitor(port)
                        .signIn(somebody.signInName(), "wrong wrong wrong")
                        .errors())
                .as("only who knows the password is told")
                .contains("not right");

        administrator.open(page(somebody) + "/restoration").post(page(somebody) + "/restoration");
        assertThat(officer.signIn(somebody).path()).isEqualTo("/account");
    }

    @Test
    void aResetPasswordLetsALockedOutOfficerInAtOnce() {
        Somebody somebody = people.officer(Bureau.PUBLIC_SECURITY);
        for (int i = 0; i < 6; i++) {
            officer.signIn(somebody.signInName(), "wrong wrong wrong " + i);
        }
        assertThat(administrator.open(page(somebody)).main()).contains("Too many wrong passwords");
        administrator.open(page(somebody) + "/password-reset").post(page(somebody) + "/password-reset");
        String password = administrator.page().select(".govuk-panel .app-code").text();
        assertThat(officer.signIn(somebody.signInName(), password).path()).isEqualTo("/account/password");
        assertThat(administrator.open(page(somebody)).main()).contains("Password reset by 郑开元");
    }

    @Test
    void officersOfAnotherBureauAreNotFoundWhateverIsTried() {
        Somebody stranger = people.officer(Bureau.MARKET_SUPERVISION);
        for (String action : new String[] {"", "/suspension", "/restoration", "/password-reset"}) {
            assertThat(administrator.open(page(stranger) + action).status()).isEqualTo(404);
        }
        for (String action : new String[] {"/suspension", "/restoration", "/password-reset"}) {
            administrator.open(OFFICERS + "/new").post(page(stranger) + action);
            assertThat(administrator.status()).isEqualTo(404);
        }
        assertThat(officer.signIn(stranger).path()).isEqualTo("/office/reviews");
    }

    @Test
    void citizensAreNotFoundEither() {
        assertThat(administrator.open(page(people.citizen())).status()).isEqualTo(404);
    }

    @Test
    void anAdministratorCannotSuspendOrResetThemself() {
        Somebody self = people.administrator(Bureau.PUBLIC_SECURITY);
        administrator = new Visitor(port).signIn(self);
        assertThat(administrator.open(page(self)).main()).contains("This is you");
        assertThat(administrator.page().select(".govuk-button--warning")).isEmpty();
        administrator.open(OFFICERS + "/new").post(page(self) + "/suspension");
        assertThat(administrator.status()).isEqualTo(403);
        administrator.open(OFFICERS + "/new").post(page(self) + "/password-reset");
        assertThat(administrator.status()).isEqualTo(403);
        assertThat(new Visitor(port).signIn(self).path()).isEqualTo(OFFICERS);
    }

    @Test
    void theListIsOfOneBureauSearchedSortedAndPaged() {
        for (int i = 0; i < 22; i++) {
            people.official(Role.OFFICER, Bureau.PUBLIC_SECURITY, "列表" + (char) ('甲' + i));
        }
        people.official(Role.OFFICER, Bureau.MARKET_SUPERVISION, "列表外");
        administrator.open(OFFICERS + "?q=%E5%88%97%E8%A1%A8&sort=-staff-number");
        assertThat(administrator.main()).contains("22 people").doesNotContain("列表外");
        assertThat(administrator.page().select("tbody tr")).hasSize(20);
        assertThat(administrator.page().select("th[aria-sort=descending]").text())
                .contains("Staff number");
        assertThat(administrator.page().select("tbody tr td:nth-child(2)").eachText())
                .isSortedAccordingTo(java.util.Comparator.reverseOrder());
        administrator.open(OFFICERS + "?q=%E5%88%97%E8%A1%A8&page=2");
        assertThat(administrator.page().select("tbody tr")).hasSize(2);
        assertThat(administrator.open(OFFICERS + "?q=%25").main()).contains("Nobody matches this search");
    }

    private String create(String name, String staffNumber) {
        administrator.open(OFFICERS + "/new");
        administrator.post(OFFICERS + "/new", "name", name, "staffNumber", staffNumber, "role", "OFFICER");
        assertThat(administrator.main()).contains("shown only once");
        return administrator.page().select(".govuk-panel .app-code").text();
    }

    private static String page(Somebody somebody) {
        return OFFICERS + "/" + somebody.principal().personId();
    }
}
