package org.yinxin.account;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yinxin.shared.Digest;

/** Opens accounts for citizens. */
@Service
public class SignUps {

    private final Persons persons;
    private final Passwords passwords;
    private final AttemptLimits attempts;
    private final AccountBook book;
    private final Clock clock;

    SignUps(Persons persons, Passwords passwords, AttemptLimits attempts, AccountBook book, Clock clock) {
        this.persons = persons;
        this.passwords = passwords;
        this.attempts = attempts;
        this.book = book;
        this.clock = clock;
    }

    /**
     * Whether these details are still free; counted by network address, so that nobody can try out many.
     *
     * @throws SignInRefusedException when too many were tried from this address
     */
    public boolean areFree(Digest nationalId, PhoneNumber phone, SignInAttempt attempt) {
        if (attempts.admit("sign-up:" + attempt.address(), LockOutPolicy.ADDRESS) instanceof Admission.Paused paused) {
            throw new SignInRefusedException(new SignInRefusal.Paused(paused.until()));
        }
        return !persons.existsBySignInName(phone.value()) && !persons.existsByNationalIdDigest(nationalId.bytes());
    }

    public Optional<PasswordRefusal> refusal(String password, String name, PhoneNumber phone) {
        return PasswordPolicy.refusal(password, List.of(name, phone.value()));
    }

    /** The only form in which a chosen password may wait for the other answers to be checked. */
    public String hash(String password) {
        return passwords.encode(password);
    }

    /** @throws AlreadyRegisteredException when somebody was first */
    @Transactional
    public UUID open(String name, Digest nationalId, PhoneNumber phone, String passwordHash, Origin origin) {
        Person citizen = Person.citizen(name, nationalId, phone, passwordHash, clock.instant());
        try {
            persons.saveAndFlush(citizen);
        } catch (DataIntegrityViolationException e) {
            throw new AlreadyRegisteredException();
        }
        book.enter(citizen.id(), AccountEventKind.CREATED, origin);
        return citizen.id();
    }
}
