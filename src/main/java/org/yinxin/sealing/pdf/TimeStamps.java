package org.yinxin.sealing.pdf;

import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yinxin.pki.TimeStampFamily;
import org.yinxin.pki.TimeStampUnavailableException;
import org.yinxin.pki.TimeStamper;

/** Asks for time stamps during one stamping; an outage is noted and lowers the level, but stops nothing. */
final class TimeStamps {

    private final @Nullable TimeStamper stamper;
    private final Set<Shortfall> shortfalls = EnumSet.noneOf(Shortfall.class);

    TimeStamps(@Nullable TimeStamper stamper) {
        this.stamper = stamper;
    }

    /** @return the token, or null when none is to be had, which is then noted as this shortfall */
    byte @Nullable [] token(TimeStampFamily family, byte[] digest, Shortfall otherwise) {
        try {
            if (stamper != null) {
                return stamper.token(family, digest);
            }
        } catch (TimeStampUnavailableException e) {
            // Noted below: a use is never lost for a clock.
        }
        shortfalls.add(otherwise);
        return null;
    }

    /** @throws TimeStampUnavailableException when none is to be had */
    byte[] sm2Token(byte[] digest) {
        if (stamper == null) {
            throw new TimeStampUnavailableException(TimeStampFamily.SM2, "no authority is known", null);
        }
        return stamper.token(TimeStampFamily.SM2, digest);
    }

    boolean lacks(Shortfall shortfall) {
        return shortfalls.contains(shortfall);
    }

    void note(Shortfall shortfall) {
        shortfalls.add(shortfall);
    }

    Set<Shortfall> shortfalls() {
        return shortfalls;
    }
}
