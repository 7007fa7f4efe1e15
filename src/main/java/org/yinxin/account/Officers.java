package org.yinxin.account;

import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yinxin.account.Admission.Admitted;
import org.yinxin.shared.Bureau;

/** A bureau's officers and administrators, managed by its administrators; those of other bureaus do not exist here. */
@Service
@Transactional
public class Officers {

    private final Persons persons;
    private final Passwords passwords;
    private final SignInLimits limits;
    private final OpenSessions sessions;
    private final AccountBook book;
    private final AccountSettings settings;
    private final Clock clock;

    Officers(
            Persons persons,
            Passwords passwords,
            SignInLimits limits,
            OpenSessions sessions,
            AccountBook book,
            AccountSettings settings,
            Clock clock) {
        this.persons = persons;
        this.passwords = passwords;
        this.limits = limits;
        this.sessions = sessions;
        this.book = book;
        this.settings = settings;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public Page<OfficerRow> list(AccountPrincipal administrator, String search, Pageable page) {
        Bureau bureau = Objects.requireNonNull(administrator.bureau());
        String pattern = "%" + search.strip().toLowerCase(Locale.ROOT).replaceAll("[\\\\%_]", "\\\\$0") + "%";
        return persons.search(bureau, pattern, page).map(Officers::row);
    }

    @Transactional(readOnly = true)
    public Optional<OfficerView> find(AccountPrincipal administrator, UUID id) {
        return officer(administrator.bureau(), id)
                .map(person -> new OfficerView(
                        row(person),
                        book.lastSignIn(id).orElse(null),
                        !(limits.standing(person.signInName()) instanceof Admitted)));
    }

    @Transactional(readOnly = true)
    public Page<AccountEvent> history(AccountPrincipal administrator, UUID id, Pageable page) {
        return officer(administrator.bureau(), id)
                .map(person -> book.of(id, page))
                .orElseGet(Page::empty);
    }

    /** @throws StaffNumberTakenException when the number is somebody's */
    public OneTimePassword create(
            AccountPrincipal administrator, Role role, String name, StaffNumber staffNumber, Origin origin) {
        if (!role.ofBureau()) {
            throw new IllegalArgumentException(role + " is not a role within a bureau");
        }
        if (persons.existsBySignInName(staffNumber.value())) {
            throw new StaffNumberTakenException(staffNumber);
        }
        Instant now = clock.instant();
        Instant until = now.plus(settings.oneTimePasswordLife());
        String password = ReadableSecret.password();
        Person officer = Person.official(
                role, administrator.bureau(), name, staffNumber, passwords.encode(password), until, now);
        try {
            persons.saveAndFlush(officer);
        } catch (DataIntegrityViolationException e) {
            throw new StaffNumberTakenException(staffNumber);
        }
        book.enter(officer.id(), administrator.personId(), AccountEventKind.CREATED, origin);
        return new OneTimePassword(officer.id(), name, staffNumber.value(), password, until);
    }

    /** Ends their sessions at once; empty when there is no such officer in the administrator's bureau. */
    public Optional<OfficerRow> suspend(AccountPrincipal administrator, UUID id, Origin origin) {
        return change(administrator, id, AccountEventKind.SUSPENDED, origin, officer -> {
            officer.suspend();
            sessions.endAll(id);
        });
    }

    public Optional<OfficerRow> restore(AccountPrincipal administrator, UUID id, Origin origin) {
        return change(administrator, id, AccountEventKind.RESTORED, origin, Person::restore);
    }

    /** Makes a one-time password, lets its bearer try at once and ends all sessions. */
    public Optional<OneTimePassword> resetPassword(AccountPrincipal administrator, UUID id, Origin origin) {
        String password = ReadableSecret.password();
        Instant until = clock.instant().plus(settings.oneTimePasswordLife());
        return change(administrator, id, AccountEventKind.PASSWORD_RESET, origin, officer -> {
                    officer.resetPassword(passwords.encode(password), until);
                    limits.lift(officer.signInName());
                    sessions.endAll(id);
                })
                .map(officer -> new OneTimePassword(id, officer.name(), officer.staffNumber(), password, until));
    }

    private Optional<OfficerRow> change(
            AccountPrincipal administrator, UUID id, AccountEventKind kind, Origin origin, Consumer<Person> change) {
        if (administrator.personId().equals(id)) {
            throw new NotYourselfException();
        }
        return officer(administrator.bureau(), id).map(officer -> {
            change.accept(officer);
            book.enter(id, administrator.personId(), kind, origin);
            return row(officer);
        });
    }

    private Optional<Person> officer(@Nullable Bureau bureau, UUID id) {
        return persons.findById(id).filter(person -> bureau != null && person.bureau() == bureau);
    }

    private static OfficerRow row(Person person) {
        return new OfficerRow(
                person.id(),
                person.name(),
                person.signInName(),
                person.role(),
                person.status(),
                person.oneTimePasswordUntil() != null,
                person.createdAt());
    }
}
