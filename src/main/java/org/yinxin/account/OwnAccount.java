package org.yinxin.account;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yinxin.account.PasswordChange.Changed;
import org.yinxin.account.PasswordChange.NotYours;
import org.yinxin.account.PasswordChange.Refused;
import org.yinxin.account.PasswordChange.TooOften;
import org.yinxin.account.PasswordChange.Unchanged;
import org.yinxin.shared.Bureau;

/** What people can see and change of their own account. */
@Service
@Transactional
public class OwnAccount {

    /** The account as its owner sees it. */
    public record Overview(
            String name,
            Role role,
            @Nullable Bureau bureau,
            String signInName,
            @Nullable Locale language,
            @Nullable AccountEvent previousSignIn) {

        /** Grouped as it is read aloud. */
        public String readableSignInName() {
            return role == Role.CITIZEN ? new PhoneNumber(signInName).grouped() : signInName;
        }
    }

    private final Persons persons;
    private final Passwords passwords;
    private final SignInLimits limits;
    private final AccountBook book;

    OwnAccount(Persons persons, Passwords passwords, SignInLimits limits, AccountBook book) {
        this.persons = persons;
        this.passwords = passwords;
        this.limits = limits;
        this.book = book;
    }

    @Transactional(readOnly = true)
    public Overview overview(UUID personId) {
        Person person = own(personId);
        return new Overview(
                person.name(),
                person.role(),
                person.bureau(),
                person.signInName(),
                person.language(),
                book.previousSignIn(personId).orElse(null));
    }

    /** Whether the person signed in with a password that was made for them. */
    @Transactional(readOnly = true)
    public boolean mustChoosePassword(UUID personId) {
        return own(personId).oneTimePasswordUntil() != null;
    }

    @Transactional(readOnly = true)
    public Optional<Locale> language(UUID personId) {
        return Optional.ofNullable(own(personId).language());
    }

    public void prefer(UUID personId, Locale language) {
        own(personId).prefer(language);
    }

    /** @param present the present password; not looked at when the person must choose one anyway */
    public PasswordChange changePassword(UUID personId, String present, String chosen, SignInAttempt attempt) {
        Person person = own(personId);
        if (person.oneTimePasswordUntil() == null) {
            switch (check(person, present, attempt)) {
                case PasswordCheck.Right right -> {}
                case PasswordCheck.Wrong wrong -> {
                    return new NotYours();
                }
                case PasswordCheck.TooOften often -> {
                    return new TooOften(often.refusal());
                }
            }
        }
        Optional<PasswordRefusal> refusal = PasswordPolicy.refusal(chosen, List.of(person.name(), person.signInName()));
        if (refusal.isPresent()) {
            return new Refused(refusal.get());
        }
        if (passwords.matches(chosen, person.passwordHash())) {
            return new Unchanged();
        }
        person.choosePassword(passwords.encode(chosen));
        book.enter(personId, AccountEventKind.PASSWORD_CHANGED, attempt.origin());
        return new Changed();
    }

    /** Whether the person can give their password once more. */
    public PasswordCheck check(UUID personId, String present, SignInAttempt attempt) {
        return check(own(personId), present, attempt);
    }

    // Guessing in an unattended browser counts like guessing at the door.
    private PasswordCheck check(Person person, String present, SignInAttempt attempt) {
        try {
            limits.admit(Optional.of(person.signInName()), attempt.address());
        } catch (SignInRefusedException e) {
            return new PasswordCheck.TooOften(e.refusal());
        }
        if (!passwords.matches(present, person.passwordHash())) {
            book.enter(person.id(), AccountEventKind.WRONG_PASSWORD, attempt.origin());
            return new PasswordCheck.Wrong();
        }
        limits.succeeded(person.signInName(), attempt.address());
        return new PasswordCheck.Right();
    }

    private Person own(UUID personId) {
        return persons.findById(personId).orElseThrow();
    }
}
