package org.yinxin.account;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;
import org.yinxin.account.SignInRefusal.OneTimePasswordExpired;
import org.yinxin.account.SignInRefusal.Suspended;

/** Lets people in by name and password; an unknown name takes the same steps as a known one. */
@Component
class PasswordSignIn implements AuthenticationProvider {

    private final Persons persons;
    private final Passwords passwords;
    private final SignInLimits limits;
    private final AccountBook book;
    private final Clock clock;
    private final boolean embedded;

    PasswordSignIn(
            Persons persons,
            Passwords passwords,
            SignInLimits limits,
            AccountBook book,
            Clock clock,
            Environment environment) {
        this.persons = persons;
        this.passwords = passwords;
        this.limits = limits;
        this.book = book;
        this.clock = clock;
        this.embedded = environment.acceptsProfiles(Profiles.of("embedded"));
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }

    @Override
    public Authentication authenticate(Authentication typed) {
        SignInAttempt attempt = (SignInAttempt) typed.getDetails();
        if (attempt == null) {
            throw new IllegalArgumentException("A sign-in needs the place it comes from");
        }
        Optional<String> name = SignInName.parse(typed.getName());
        limits.admit(name, attempt.address());
        Optional<Person> found = name.flatMap(persons::findBySignInName);
        if (!holds(password(typed.getCredentials()), found)) {
            found.ifPresent(person -> book.enter(person.id(), AccountEventKind.WRONG_PASSWORD, attempt.origin()));
            throw new SignInRefusedException(limits.afterFailure(name));
        }
        Person person = found.orElseThrow();
        limits.succeeded(person.signInName(), attempt.address());
        turnAway(person).ifPresent(refusal -> {
            book.enter(person.id(), AccountEventKind.TURNED_AWAY, attempt.origin());
            throw new SignInRefusedException(refusal);
        });
        book.enter(person.id(), AccountEventKind.SIGNED_IN, attempt.origin());
        AccountPrincipal principal = person.principal();
        UsernamePasswordAuthenticationToken signedIn =
                UsernamePasswordAuthenticationToken.authenticated(principal, null, principal.getAuthorities());
        // Without these, the whole network address would be kept with the session.
        signedIn.setDetails(attempt.origin());
        return signedIn;
    }

    private boolean holds(String password, Optional<Person> found) {
        boolean right = found.map(person -> passwords.matches(password, person.passwordHash()))
                .orElseGet(() -> passwords.matchesNobody(password));
        return right && (embedded || !DemoPeople.PASSWORD.equals(password));
    }

    private Optional<SignInRefusal> turnAway(Person person) {
        if (person.status() == PersonStatus.SUSPENDED) {
            return Optional.of(new Suspended());
        }
        Instant until = person.oneTimePasswordUntil();
        return until != null && until.isBefore(clock.instant())
                ? Optional.of(new OneTimePasswordExpired())
                : Optional.empty();
    }

    private static String password(@Nullable Object credentials) {
        return credentials == null ? "" : credentials.toString();
    }
}
