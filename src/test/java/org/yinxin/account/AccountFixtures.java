package org.yinxin.account;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yinxin.shared.Bureau;
import org.yinxin.shared.NationalId;

/** People for tests, each with details that nobody else in the run has. */
@Component
public class AccountFixtures {

    /** Everybody's password here. */
    public static final String PASSWORD = "four grey geese over the lake";

    private static final AtomicInteger NEXT = new AtomicInteger();

    /** Somebody with an account, and how they sign in. */
    public record Somebody(AccountPrincipal principal, String signInName) {}

    private final Persons persons;
    private final Passwords passwords;
    private final NationalIdDigests digests;
    private final Clock clock;
    private @Nullable String hash;

    AccountFixtures(Persons persons, Passwords passwords, NationalIdDigests digests, Clock clock) {
        this.persons = persons;
        this.passwords = passwords;
        this.digests = digests;
        this.clock = clock;
    }

    /** A made-up number that no other test uses. */
    public static NationalId nationalId() {
        int number = NEXT.incrementAndGet();
        LocalDate birth = LocalDate.of(1960, 1, 1).plusDays(number / 1000);
        return NationalId.complete(
                "990201" + birth.format(DateTimeFormatter.BASIC_ISO_DATE) + String.format("%03d", number % 1000));
    }

    public static String phone() {
        return String.format("198%08d", NEXT.incrementAndGet());
    }

    public static String staffNumber() {
        return String.format("TT%06d", NEXT.incrementAndGet());
    }

    @Transactional
    public Somebody citizen() {
        return citizen("沈知远", nationalId());
    }

    @Transactional
    public Somebody citizen(String name, NationalId nationalId) {
        Person person =
                Person.citizen(name, digests.digest(nationalId), new PhoneNumber(phone()), hash(), clock.instant());
        return save(person);
    }

    @Transactional
    public Somebody officer(Bureau bureau) {
        return official(Role.OFFICER, bureau, "孙雨桐");
    }

    @Transactional
    public Somebody administrator(Bureau bureau) {
        return official(Role.ADMINISTRATOR, bureau, "郑开元");
    }

    @Transactional
    public Somebody official(Role role, @Nullable Bureau bureau, String name) {
        Instant now = clock.instant();
        Person person = Person.official(
                role, bureau, name, new StaffNumber(staffNumber()), hash(), now.plus(Duration.ofDays(1)), now);
        person.choosePassword(hash());
        return save(person);
    }

    private Somebody save(Person person) {
        persons.save(person);
        return new Somebody(person.principal(), person.signInName());
    }

    private synchronized String hash() {
        if (hash == null) {
            hash = passwords.encode(PASSWORD);
        }
        return hash;
    }
}
