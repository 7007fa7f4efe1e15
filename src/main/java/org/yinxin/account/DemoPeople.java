package org.yinxin.account;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yinxin.account.DemoCitizens.DemoCitizen;
import org.yinxin.shared.Bureau;

/** The made-up people of the demonstration; they exist in the embedded profile only. */
@Component
@Profile("embedded")
public class DemoPeople {

    /** Everybody's password in the demonstration; no account outside the embedded profile opens with it. */
    public static final String PASSWORD = "demo-enterprise-seal";

    /** How to sign in as one of them; the name of citizens is their telephone number. */
    public record DemoSignIn(Role role, @Nullable Bureau bureau, String name, String signInName) {}

    private static final List<DemoSignIn> OFFICIALS = List.of(
            official(Role.ADMINISTRATOR, Bureau.MARKET_SUPERVISION, "郑开元", "MS1000"),
            official(Role.OFFICER, Bureau.MARKET_SUPERVISION, "孙雨桐", "MS1001"),
            official(Role.OFFICER, Bureau.MARKET_SUPERVISION, "赵文博", "MS1002"),
            official(Role.ADMINISTRATOR, Bureau.PUBLIC_SECURITY, "韩立诚", "PS1000"),
            official(Role.OFFICER, Bureau.PUBLIC_SECURITY, "秦岚", "PS1001"),
            official(Role.OFFICER, Bureau.PUBLIC_SECURITY, "杜思远", "PS1002"),
            official(Role.ADMINISTRATOR, Bureau.DATA_ADMINISTRATION, "江以宁", "DA1000"),
            official(Role.OFFICER, Bureau.DATA_ADMINISTRATION, "宋明澈", "DA1001"),
            official(Role.OFFICER, Bureau.DATA_ADMINISTRATION, "白鹭", "DA1002"),
            official(Role.CLERK, null, "冯敬之", "IC1000"));

    private final Persons persons;
    private final Passwords passwords;
    private final NationalIdDigests digests;
    private final Clock clock;

    DemoPeople(Persons persons, Passwords passwords, NationalIdDigests digests, Clock clock) {
        this.persons = persons;
        this.passwords = passwords;
        this.digests = digests;
        this.clock = clock;
    }

    /** Creates whoever does not exist yet, and says how to sign in as each. */
    @Transactional
    public List<DemoSignIn> seed() {
        String hash = passwords.encode(PASSWORD);
        OFFICIALS.forEach(official -> seed(official, hash));
        List<DemoSignIn> all = new ArrayList<>(OFFICIALS);
        citizens().forEach(citizen -> {
            seed(citizen, hash);
            all.add(new DemoSignIn(Role.CITIZEN, null, citizen.name(), citizen.phone()));
        });
        return List.copyOf(all);
    }

    private void seed(DemoSignIn official, String hash) {
        if (!persons.existsBySignInName(official.signInName())) {
            Person person = Person.official(
                    official.role(),
                    official.bureau(),
                    official.name(),
                    new StaffNumber(official.signInName()),
                    hash,
                    clock.instant().plus(Duration.ofDays(1)),
                    clock.instant());
            person.choosePassword(hash);
            persons.save(person);
        }
    }

    private void seed(DemoCitizen citizen, String hash) {
        if (!persons.existsBySignInName(citizen.phone())) {
            persons.save(Person.citizen(
                    citizen.name(),
                    digests.digest(citizen.nationalId()),
                    new PhoneNumber(citizen.phone()),
                    hash,
                    clock.instant()));
        }
    }

    private static List<DemoCitizen> citizens() {
        List<DemoCitizen> citizens = new ArrayList<>(DemoCitizens.LEGAL_REPRESENTATIVES);
        citizens.add(DemoCitizens.BYSTANDER);
        return citizens;
    }

    private static DemoSignIn official(Role role, @Nullable Bureau bureau, String name, String staffNumber) {
        return new DemoSignIn(role, bureau, name, staffNumber);
    }
}
