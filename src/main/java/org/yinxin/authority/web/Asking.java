package org.yinxin.authority.web;

import java.time.Duration;
import org.yinxin.account.AccountPrincipal;
import org.yinxin.account.Role;
import org.yinxin.site.NotFoundException;
import org.yinxin.site.RateLimits;

/** How often one person may ask for a challenge or hand a key in, and who has keys to sign with. */
final class Asking {

    private static final int TIMES = 30;
    private static final Duration PERIOD = Duration.ofMinutes(10);

    private Asking() {}

    /** @throws org.yinxin.site.TooManyRequestsException when it is too often */
    static void count(RateLimits limits, AccountPrincipal person) {
        limits.take("keys", person.personId().toString(), TIMES, PERIOD);
    }

    /** @throws NotFoundException for officials, who sign in with passkeys and sign nothing */
    static void demandCitizen(AccountPrincipal person) {
        if (person.role() != Role.CITIZEN) {
            throw new NotFoundException("Keys to sign with are for citizens");
        }
    }
}
