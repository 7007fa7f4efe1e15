package org.yinxin.account;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yinxin.account.CodeRedemption.Accepted;
import org.yinxin.account.CodeRedemption.NotAccepted;
import org.yinxin.account.CodeRedemption.Refused;
import org.yinxin.account.CodeRedemption.TooOften;
import org.yinxin.shared.NationalId;

/** The way back for citizens who forgot their password or are locked out: an officer sees them and their card. */
@Service
@Transactional
public class CounterCodes {

    private static final LockOutPolicy TRIES =
            new LockOutPolicy(4, List.of(Duration.ofMinutes(5), Duration.ofMinutes(30)), null, Duration.ofDays(1));

    private final Persons persons;
    private final CounterCodeRepository codes;
    private final NationalIdDigests digests;
    private final AttemptLimits attempts;
    private final SignInLimits signInLimits;
    private final Passwords passwords;
    private final OpenSessions sessions;
    private final AccountBook book;
    private final AccountSettings settings;
    private final Clock clock;

    CounterCodes(
            Persons persons,
            CounterCodeRepository codes,
            NationalIdDigests digests,
            AttemptLimits attempts,
            SignInLimits signInLimits,
            Passwords passwords,
            OpenSessions sessions,
            AccountBook book,
            AccountSettings settings,
            Clock clock) {
        this.persons = persons;
        this.codes = codes;
        this.digests = digests;
        this.attempts = attempts;
        this.signInLimits = signInLimits;
        this.passwords = passwords;
        this.sessions = sessions;
        this.book = book;
        this.settings = settings;
        this.clock = clock;
    }

    /** Empty when no citizen has both this number and this card. */
    public Optional<IssuedCode> issue(UUID officerId, PhoneNumber phone, NationalId card, Origin origin) {
        return persons.findBySignInName(phone.value())
                .filter(person -> person.hasNationalId(digests.digest(card)))
                .map(person -> issue(officerId, person, origin));
    }

    private IssuedCode issue(UUID officerId, Person person, Origin origin) {
        Instant now = clock.instant();
        Instant until = now.plus(settings.counterCodeLife());
        String code = ReadableSecret.counterCode();
        codes.save(new CounterCode(person.id(), officerId, code, now, until));
        attempts.clear(subject(person.signInName()));
        book.enter(person.id(), officerId, AccountEventKind.COUNTER_CODE_ISSUED, origin);
        return new IssuedCode(person.name(), code, until);
    }

    /** Sets the new password, ends every session and forgets the failures, if the code is right. */
    public CodeRedemption redeem(PhoneNumber phone, String typedCode, String chosen, SignInAttempt attempt) {
        if (attempts.admit(subject(phone.value()), TRIES) instanceof Admission.Paused paused) {
            return new TooOften(new SignInRefusal.Paused(paused.until()));
        }
        Optional<Person> found = persons.findBySignInName(phone.value());
        Optional<CounterCode> code = found.flatMap(person -> codes.findFirstByPersonIdOrderByIssuedAtDesc(person.id()));
        Instant now = clock.instant();
        if (found.isEmpty() || code.isEmpty() || !code.get().opens(ReadableSecret.read(typedCode), now)) {
            return new NotAccepted();
        }
        Person person = found.get();
        Optional<PasswordRefusal> refusal = PasswordPolicy.refusal(chosen, List.of(person.name(), person.signInName()));
        attempts.clear(subject(phone.value()));
        if (refusal.isPresent()) {
            return new Refused(refusal.get());
        }
        code.get().useUp(now);
        person.choosePassword(passwords.encode(chosen));
        signInLimits.lift(person.signInName());
        sessions.endAll(person.id());
        book.enter(person.id(), AccountEventKind.PASSWORD_RESET, attempt.origin());
        return new Accepted();
    }

    private static String subject(String phone) {
        return "code:" + phone;
    }
}
