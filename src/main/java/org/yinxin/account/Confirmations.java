package org.yinxin.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Whether whoever sits before the browser has shown of late that the account is theirs, at the sign-in or afterwards. An
 * open session alone does not change what a person signs with (NIST SP 800-63B-4, 4.1.2; ADR 0123).
 */
@Component
public class Confirmations {

    /** How long one confirmation holds. */
    public static final Duration LASTS = Duration.ofMinutes(10);

    private static final String ATTRIBUTE = "confirmation";

    private final Clock clock;

    Confirmations(Clock clock) {
        this.clock = clock;
    }

    /** The person has just given their password or their passkey. */
    public void confirmed(HttpServletRequest request, UUID personId) {
        request.getSession().setAttribute(ATTRIBUTE, new Confirmation(personId, clock.instant()));
    }

    public boolean holds(HttpServletRequest request, UUID personId) {
        HttpSession session = request.getSession(false);
        return session != null
                && session.getAttribute(ATTRIBUTE) instanceof Confirmation last
                && last.personId().equals(personId)
                && !last.at().isAfter(clock.instant())
                && clock.instant().isBefore(last.at().plus(LASTS));
    }

    /**
     * @param back where to go on once it is confirmed
     * @throws NotConfirmedException when it was too long ago
     */
    public void demand(HttpServletRequest request, UUID personId, String back) {
        if (!holds(request, personId)) {
            throw new NotConfirmedException(back);
        }
    }
}
