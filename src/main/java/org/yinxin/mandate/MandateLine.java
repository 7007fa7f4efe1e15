package org.yinxin.mandate;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A mandate in a list.
 *
 * @param holder the account's own name; null until somebody has accepted
 * @param above what the giver's mandate is called; null for a root
 * @param used how many uses the chain has recorded under it
 */
public record MandateLine(
        MandateView mandate,
        @Nullable String holder,
        @Nullable String above,
        long used) {

    /** How far it stands to the right in a tree. */
    public int indent() {
        return mandate.depth() - 1;
    }

    /** Whether all the uses that it allows have been made. */
    public boolean exhausted() {
        return mandate.limits().counted() && used >= mandate.limits().uses();
    }

    /** Whether it answers to what somebody looks for, in lower case. */
    boolean matches(String text) {
        return text.isEmpty()
                || mandate.name().toLowerCase(Locale.ROOT).contains(text)
                || holder != null && holder.toLowerCase(Locale.ROOT).contains(text);
    }
}
