package org.yinxin.account;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yinxin.account.AccountSettings.FirstAdministrator;
import org.yinxin.shared.Bureau;

/** Creates each bureau's first administrator, and the court's first clerk, from the settings. */
@Component
@Order(0)
class FirstPeople implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(FirstPeople.class);

    private final AccountSettings settings;
    private final Persons persons;
    private final Passwords passwords;
    private final AccountBook book;
    private final Clock clock;

    FirstPeople(AccountSettings settings, Persons persons, Passwords passwords, AccountBook book, Clock clock) {
        this.settings = settings;
        this.persons = persons;
        this.passwords = passwords;
        this.book = book;
        this.clock = clock;
    }

    @Override
    @Transactional
    public void run(ApplicationArguments arguments) {
        settings.firstAdministrators().stream().filter(this::isMissing).forEach(this::create);
    }

    private boolean isMissing(FirstAdministrator first) {
        @Nullable Bureau bureau = first.bureau();
        return bureau == null
                ? !persons.existsByRole(Role.CLERK)
                : !persons.existsByRoleAndBureau(Role.ADMINISTRATOR, bureau);
    }

    private void create(FirstAdministrator first) {
        StaffNumber staffNumber = StaffNumber.parse(first.staffNumber())
                .orElseThrow(() -> new IllegalStateException(
                        "yinxin.account.first-administrators: a staff number has 2 to 4 letters and 4 to 8 digits, not "
                                + first.staffNumber()));
        Optional<PasswordRefusal> refusal =
                PasswordPolicy.refusal(first.initialPassword(), List.of(first.name(), staffNumber.value()));
        if (refusal.isPresent()) {
            throw new IllegalStateException(
                    "yinxin.account.first-administrators: the initial password of " + staffNumber + " is "
                            + refusal.get() + "; give one of 15 to 128 characters that nobody would guess");
        }
        Role role = first.bureau() == null ? Role.CLERK : Role.ADMINISTRATOR;
        Instant now = clock.instant();
        Person person = persons.save(Person.official(
                role,
                first.bureau(),
                first.name(),
                staffNumber,
                passwords.encode(first.initialPassword()),
                now.plus(settings.oneTimePasswordLife()),
                now));
        persons.flush();
        book.enter(person.id(), AccountEventKind.CREATED, Origin.PLATFORM);
        LOG.info(
                "Created {} as the first {} of {}",
                staffNumber,
                role,
                first.bureau() == null ? "court" : first.bureau());
    }
}
