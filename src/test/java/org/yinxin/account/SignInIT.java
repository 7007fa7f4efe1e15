package org.yinxin.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.session.Session;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.transaction.support.TransactionTemplate;
import org.yinxin.IntegrationTest;
import org.yinxin.account.AccountFixtures.Somebody;
import org.yinxin.shared.Bureau;

class SignInIT extends IntegrationTest {

    @LocalServerPort
    private int port;

    @Autowired
    private AccountFixtures people;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private AttemptLimits attempts;

    @Autowired
    private JdbcTemplate template;

    @Autowired
    private TransactionTemplate transactions;

    private Visitor visitor;

    @BeforeEach
    void newVisitorFromAnAddressWithoutHistory() {
        visitor = new Visitor(port);
        jdbc.sql("delete from account.attempt_limit where subject like 'address:%'")
                .update();
    }

    @Test
    void aCitizenSignsInWithThePhoneNumberHoweverItIsTyped() {
        Somebody citizen = people.citizen();
        String phone = citizen.signInName();
        visitor.signIn("+86 " + phone.substring(0, 3) + "-" + phone.substring(3), AccountFixtures.PASSWORD);
        assertThat(visitor.path()).isEqualTo("/applications");
        assertThat(visitor.open("/account").main())
                .contains(new PhoneNumber(phone).grouped())
                .contains("沈知远");
    }

    @Test
    void anOfficerSignsInWithTheStaffNumber() {
        Somebody officer = people.officer(Bureau.PUBLIC_SECURITY);
        visitor.signIn(officer.signInName().toLowerCase(java.util.Locale.ROOT), AccountFixtures.PASSWORD);
        assertThat(visitor.open("/account").main()).contains("Bureau of public security");
    }

    @Test
    void thePageThatAskedForTheSignInComesNext() {
        visitor.open("/account/history");
        assertThat(visitor.path()).isEqualTo("/sign-in");
        Somebody citizen = people.citizen();
        visitor.post("/sign-in", "name", citizen.signInName(), "password", AccountFixtures.PASSWORD);
        assertThat(visitor.path()).isEqualTo("/account/history");
    }

    @Test
    void anUnknownNameAndAWrongPasswordAreAnsweredAlike() {
        visitor.signIn(people.citizen().signInName(), "not the password at all");
        String wrong = visitor.errors();
        assertThat(visitor.status()).isEqualTo(400);
        assertThat(visitor.title()).startsWith("Error: ");
        visitor.signIn(AccountFixtures.phone(), "not the password at all");
        assertThat(visitor.status()).isEqualTo(400);
        assertThat(visitor.errors()).isEqualTo(wrong).isEqualTo("The name or the password is not right");
    }

    @Test
    void whatWasTypedStaysExceptThePassword() {
        visitor.signIn("138 0000 0000", "not the password at all");
        assertThat(visitor.page().select("#name").attr("value")).isEqualTo("138 0000 0000");
        assertThat(visitor.page().select("#password").attr("value")).isEmpty();
    }

    @Test
    void theFifthFailurePausesTheNameAndSaysUntilWhenWhetherItIsKnownOrNot() {
        for (String name : new String[] {people.citizen().signInName(), AccountFixtures.phone()}) {
            for (int i = 0; i < 4; i++) {
                visitor.signIn(name, "wrong wrong wrong " + i);
                assertThat(visitor.errors()).isEqualTo("The name or the password is not right");
            }
            visitor.signIn(name, "wrong wrong wrong");
            assertThat(visitor.errors())
                    .matches(
                            "There were too many wrong attempts\\. Try again in one minute, after \\d+ \\w+ \\d{4}, \\d\\d:\\d\\d");
        }
    }

    @Test
    void whileTheNameIsPausedNotEvenTheRightPasswordOpensAndAfterwardsItDoes() {
        Somebody citizen = people.citizen();
        fail(citizen, 5);
        assertThat(visitor.signIn(citizen).errors()).contains("too many wrong attempts");
        letTimePass(citizen);
        assertThat(visitor.signIn(citizen).path()).isEqualTo("/applications");
    }

    @Test
    void aSuccessStartsTheCountAnew() {
        Somebody citizen = people.citizen();
        fail(citizen, 4);
        visitor.signIn(citizen);
        visitor = new Visitor(port);
        fail(citizen, 4);
        assertThat(visitor.signIn(citizen).path()).isEqualTo("/applications");
    }

    @Test
    void manyAttemptsAtOnceGetNoMoreTriesThanOneAfterTheOther() throws Exception {
        String subject = "name:" + AccountFixtures.phone();
        try (var threads = java.util.concurrent.Executors.newFixedThreadPool(16)) {
            java.util.List<java.util.concurrent.Future<Admission>> answers = new java.util.ArrayList<>();
            for (int i = 0; i < 60; i++) {
                answers.add(threads.submit(() -> attempts.admit(subject, LockOutPolicy.NAME)));
            }
            long admitted = 0;
            for (var answer : answers) {
                admitted += answer.get() instanceof Admission.Admitted ? 1 : 0;
            }
            assertThat(admitted).isEqualTo(5);
        }
    }

    @Test
    void aHundredFailuresCloseTheNameForGood() {
        Somebody citizen = people.citizen();
        fail(citizen, 1);
        jdbc.sql("update account.attempt_limit set failures = 100 where subject = ?")
                .param("name:" + citizen.signInName())
                .update();
        assertThat(visitor.signIn(citizen).errors()).contains("this sign-in is closed");
    }

    @Test
    void oldCountsAreForgottenExceptThoseOfAccounts() {
        String known = "name:" + people.citizen().signInName();
        String unknown = "name:" + AccountFixtures.phone();
        for (String subject : new String[] {known, unknown, "address:198.51.100.7"}) {
            jdbc.sql("insert into account.attempt_limit values (?, 9, now() - interval '31 days', now())")
                    .param(subject)
                    .update();
        }
        attempts.tidy();
        assertThat(jdbc.sql("select subject from account.attempt_limit")
                        .query(String.class)
                        .list())
                .contains(known)
                .doesNotContain(unknown, "address:198.51.100.7");
    }

    @Test
    void oneAddressCannotTryManyNames() {
        for (int i = 0; i < 50; i++) {
            attempts.admit("address:127.0.0.1", LockOutPolicy.ADDRESS);
        }
        assertThat(visitor.signIn(people.citizen()).errors()).contains("too many wrong attempts");
    }

    @Test
    void theSessionIsARowOfTheDatabaseAndChangesItsNumberOnSignIn() {
        visitor.open("/sign-in");
        String before = visitor.sessionCookie();
        Somebody citizen = people.citizen();
        visitor.post("/sign-in", "name", citizen.signInName(), "password", AccountFixtures.PASSWORD);
        assertThat(visitor.sessionCookie()).isNotEqualTo(before).isNotEmpty();
        assertThat(jdbc.sql("select count(*) from site.spring_session where principal_name = ?")
                        .param(citizen.principal().personId().toString())
                        .query(Integer.class)
                        .single())
                .isOne();
    }

    @Test
    void theSessionOutlivesTheApplicationThatBeganIt() {
        Somebody citizen = people.citizen();
        visitor.signIn(citizen);
        JdbcIndexedSessionRepository reader = new JdbcIndexedSessionRepository(template, transactions);
        reader.setTableName("site.spring_session");
        Map<String, ? extends Session> found =
                reader.findByPrincipalName(citizen.principal().personId().toString());
        assertThat(found).hasSize(1);
        SecurityContext context = found.values().iterator().next().getRequiredAttribute("SPRING_SECURITY_CONTEXT");
        assertThat(String.valueOf(context.getAuthentication()))
                .contains(citizen.principal().toString());
    }

    @Test
    void theSessionHoldsNeitherPasswordNorWholeAddress() {
        Somebody citizen = people.citizen();
        visitor.signIn(citizen);
        byte[] bytes = jdbc.sql("""
                        select string_agg(attribute_bytes, ''::bytea) from site.spring_session_attributes
                        join site.spring_session on primary_id = session_primary_id where principal_name = ?""")
                .param(citizen.principal().personId().toString())
                .query(byte[].class)
                .single();
        assertThat(new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1))
                .contains("localhost")
                .doesNotContain("127.0.0.1")
                .doesNotContain("geese")
                .doesNotContain("argon2");
    }

    @Test
    void aSessionEndsAtItsLimitHoweverBusy() {
        Somebody citizen = people.citizen();
        visitor.signIn(citizen);
        Instant longAgo = Instant.now().minus(Duration.ofHours(13));
        byte[] trace = org.springframework.util.SerializationUtils.serialize(
                new SessionTrace(longAgo, new Origin("Chrome, Linux", "localhost")));
        jdbc.sql("""
                        update site.spring_session_attributes set attribute_bytes = ?
                        where attribute_name = 'session-trace' and session_primary_id in
                            (select primary_id from site.spring_session where principal_name = ?)""").params(trace, citizen.principal().personId().toString()).update();
        assertThat(visitor.open("/account").path()).isEqualTo("/sign-in");
    }

    @Test
    void signingOutEndsTheSessionAndSaysSo() {
        visitor.signIn(people.citizen()).open("/account").post("/sign-out");
        assertThat(visitor.path()).isEqualTo("/sign-in");
        assertThat(visitor.main()).contains("You have signed out.");
        assertThat(visitor.open("/account").path()).isEqualTo("/sign-in");
    }

    @Test
    void aFormWithoutItsTokenIsRefused() {
        Somebody citizen = people.citizen();
        visitor.post("/sign-in", "name", citizen.signInName(), "password", AccountFixtures.PASSWORD);
        assertThat(visitor.status()).isEqualTo(403);
    }

    @Test
    void citizensCannotOpenTheOfficeAndAreToldInWords() {
        visitor.signIn(people.citizen()).open("/office/administration/officers");
        assertThat(visitor.status()).isEqualTo(403);
        assertThat(visitor.page().select("h1").text()).isEqualTo("You cannot open this page");
        assertThat(visitor.page().select("header").text()).contains("沈知远").contains("Sign out");
    }

    @Test
    void officersCannotOpenTheAdministration() {
        visitor.signIn(people.officer(Bureau.MARKET_SUPERVISION)).open("/office/administration/officers");
        assertThat(visitor.status()).isEqualTo(403);
    }

    private void fail(Somebody somebody, int times) {
        for (int i = 0; i < times; i++) {
            visitor.signIn(somebody.signInName(), "wrong wrong wrong " + i);
        }
    }

    private void letTimePass(Somebody somebody) {
        jdbc.sql("update account.attempt_limit set paused_until = now() - interval '1 second' where subject = ?")
                .param("name:" + somebody.signInName())
                .update();
    }
}
