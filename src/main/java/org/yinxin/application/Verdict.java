package org.yinxin.application;

import java.util.Set;
import java.util.UUID;
import org.yinxin.shared.Bureau;

/**
 * What an officer wants to decide for a bureau.
 *
 * @param round the submission the officer looked at: a later one is not decided by accident
 * @param parts what is to be corrected; empty unless the application is returned
 * @param reason empty only when approving
 */
public record Verdict(
        Bureau bureau, UUID officerId, int round, Outcome outcome, Set<ApplicationPart> parts, String reason) {

    public Verdict {
        parts = Set.copyOf(parts);
        reason = reason.strip();
        if (outcome != Outcome.APPROVED && reason.isEmpty()) {
            throw new IllegalArgumentException("A reason is required unless approving");
        }
        if ((outcome == Outcome.RETURNED) == parts.isEmpty()) {
            throw new IllegalArgumentException("The parts to correct are named when an application is returned");
        }
    }
}
