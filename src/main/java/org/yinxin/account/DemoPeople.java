package org.yinxin.account;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.util.function.SingletonSupplier;
import org.yinxin.account.DemoCitizens.DemoCitizen;
import org.yinxin.shared.Bureau;

/** The made-up people of the demonstration; they exist in the embedded profile only. */
@Component
@Profile("embedded")
public class DemoPeople {

    /** Everybody's password in the demonstration; no account outside the embedded profile opens with it. */
    public static final String PASSWORD = "demo-enterprise-seal";

    /** How to sign in as one of them; the name of citizens is their telephone number. */
    public record DemoSignIn(
            UUID personId, Role role, @Nullable Bureau bureau, String name, String signInName) {}

    private record Official(Role role, @Nullable Bureau bureau, String name, String signInName) {}

    private static final List<Official> OFFICIALS = List.of(
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
        Supplier<String> hash = SingletonSupplier.of(() -> passwords.encode(PASSWORD));
        return Stream.concat(
                        OFFICIALS.stream().map(official -> seed(official, hash)),
                        citizens().stream().map(citizen -> seed(citizen, hash)))
                .map(person ->
                        new DemoSignIn(person.id(), person.role(), person.bureau(), person.name(), person.signInName()))
                .toList();
    }

    private Person seed(Official official, Supplier<String> hash) {
        return persons.findBySignInName(official.signInName()).orElseGet(() -> {
            Person person = Person.official(
                    official.role(),
                    official.bureau(),
                    official.name(),
                    new StaffNumber(official.signInName()),
                    hash.get(),
                    clock.instant().plus(Duration.ofDays(1)),
                    clock.instant());
            person.choosePassword(hash.get());
            return persons.save(person);
        });
    }

    private Person seed(DemoCitizen citizen, Supplier<String> hash) {
        return persons.findBySignInName(citizen.phone())
                .orElseGet(() -> persons.save(Person.citizen(
                        citizen.name(),
                        digests.digest(citizen.nationalId()),
                        new PhoneNumber(citizen.phone()),
                        hash.get(),
                        clock.instant())));
    }

    private static List<DemoCitizen> citizens() {
        List<DemoCitizen> citizens = new ArrayList<>(DemoCitizens.LEGAL_REPRESENTATIVES);
        citizens.addAll(List.of(DemoCitizens.BYSTANDER, DemoCitizens.HANDLER, DemoCitizens.KEEPER));
        return citizens;
    }

    private static Official official(Role role, @Nullable Bureau bureau, String name, String staffNumber) {
        return new Official(role, bureau, name, staffNumber);
    }
}
