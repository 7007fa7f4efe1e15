package org.yinxin.account;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.yinxin.account.Admission.Admitted;
import org.yinxin.account.Admission.Closed;
import org.yinxin.account.Admission.Paused;
import org.yinxin.account.SignInRefusal.Wrong;

/** Slows down guessing: by sign-in name, whether or not it is anybody's, and by network address. */
@Component
class SignInLimits {

    private final AttemptLimits attempts;

    SignInLimits(AttemptLimits attempts) {
        this.attempts = attempts;
    }

    /** @throws SignInRefusedException when it is too early for another attempt */
    void admit(Optional<String> name, String address) {
        demand(attempts.admit(byAddress(address), LockOutPolicy.ADDRESS));
        name.ifPresent(known -> demand(attempts.admit(byName(known), LockOutPolicy.NAME)));
    }

    /** What the person is told: that it was wrong, or at once that they now have to wait. */
    SignInRefusal afterFailure(Optional<String> name) {
        return name.map(this::standing).flatMap(SignInLimits::refusal).orElseGet(Wrong::new);
    }

    void succeeded(String name, String address) {
        attempts.clear(byName(name));
        attempts.giveBack(byAddress(address));
    }

    /** Somebody with the authority to do so lets the person try again at once. */
    void lift(String name) {
        attempts.clear(byName(name));
    }

    Admission standing(String name) {
        return attempts.standing(byName(name), LockOutPolicy.NAME);
    }

    private static void demand(Admission admission) {
        refusal(admission).ifPresent(refusal -> {
            throw new SignInRefusedException(refusal);
        });
    }

    private static Optional<SignInRefusal> refusal(Admission admission) {
        return switch (admission) {
            case Admitted admitted -> Optional.empty();
            case Paused paused -> Optional.of(new SignInRefusal.Paused(paused.until()));
            case Closed closed -> Optional.of(new SignInRefusal.Closed());
        };
    }

    private static String byName(String name) {
        return "name:" + name;
    }

    private static String byAddress(String address) {
        return "address:" + address;
    }
}
