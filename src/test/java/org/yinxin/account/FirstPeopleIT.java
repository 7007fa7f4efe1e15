package org.yinxin.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.yinxin.IntegrationTest;
import org.yinxin.account.AccountSettings.FirstAdministrator;
import org.yinxin.shared.Bureau;

class FirstPeopleIT extends IntegrationTest {

    private static final String INITIAL = "seven silent swans at dawn";

    @LocalServerPort
    private int port;

    @Autowired
    private Persons persons;

    @Autowired
    private Passwords passwords;

    @Autowired
    private AccountBook book;

    @Autowired
    private AccountFixtures people;

    @Autowired
    private DemoPeople demonstration;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void theFirstClerkIsCreatedOnceAndMustChooseAPassword() {
        transaction.executeWithoutResult(status -> {
            jdbc.sql("delete from account.person where role = 'CLERK'").update();
            String staffNumber = AccountFixtures.staffNumber();
            run(first(null, staffNumber, INITIAL));
            Person clerk = persons.findBySignInName(staffNumber).orElseThrow();
            assertThat(clerk.role()).isEqualTo(Role.CLERK);
            assertThat(clerk.oneTimePasswordUntil()).isNotNull();
            run(first(null, AccountFixtures.staffNumber(), INITIAL));
            assertThat(persons.findAll().stream().filter(person -> person.role() == Role.CLERK))
                    .hasSize(1);
            status.setRollbackOnly();
        });
    }

    @Test
    void aBureauThatHasAnAdministratorGetsNoSecondFirstOne() {
        people.administrator(Bureau.MARKET_SUPERVISION);
        String staffNumber = AccountFixtures.staffNumber();
        run(first(Bureau.MARKET_SUPERVISION, staffNumber, INITIAL));
        assertThat(persons.findBySignInName(staffNumber)).isEmpty();
    }

    @Test
    void aWeakInitialPasswordStopsTheStart() {
        transaction.executeWithoutResult(status -> {
            jdbc.sql("delete from account.person where role = 'CLERK'").update();
            assertThatThrownBy(() -> run(first(null, AccountFixtures.staffNumber(), "changeme")))
                    .hasMessageContaining("yinxin.account.first-administrators")
                    .hasMessageContaining("15 to 128 characters");
            status.setRollbackOnly();
        });
    }

    @Test
    void thePeopleOfTheDemonstrationAreSeededOnceAndSignInWithTheirPassword() {
        List<DemoPeople.DemoSignIn> first = demonstration.seed();
        assertThat(demonstration.seed()).isEqualTo(first);
        assertThat(first).extracting(DemoPeople.DemoSignIn::role).contains(Role.values());
        assertThat(new Visitor(port).signIn("PS1001", DemoPeople.PASSWORD).path())
                .isEqualTo("/office/reviews");
        assertThat(new Visitor(port)
                        .signIn(DemoCitizens.BYSTANDER.phone(), DemoPeople.PASSWORD)
                        .path())
                .isEqualTo("/applications");
    }

    private void run(FirstAdministrator first) {
        AccountSettings settings = new AccountSettings(
                null, Duration.ofHours(12), Duration.ofDays(7), Duration.ofMinutes(30), List.of(first));
        FirstPeople firstPeople = new FirstPeople(settings, persons, passwords, book, Clock.systemUTC());
        transaction.executeWithoutResult(status -> firstPeople.run(new DefaultApplicationArguments()));
    }

    private static FirstAdministrator first(
            @org.jspecify.annotations.Nullable Bureau bureau, String staffNumber, String password) {
        return new FirstAdministrator(bureau, "江以宁", staffNumber, password);
    }
}
