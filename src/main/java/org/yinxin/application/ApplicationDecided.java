package org.yinxin.application;

import java.time.Instant;
import java.util.UUID;
import org.yinxin.shared.Bureau;

/**
 * A bureau decided at its gate; published in the transaction that records the decision.
 *
 * @param status where the application stands afterwards
 * @param bothRegistersApproved whether market supervision and public security now both approve this content
 */
public record ApplicationDecided(
        UUID applicationId,
        Bureau bureau,
        int round,
        Outcome outcome,
        UUID officerId,
        ApplicationStatus status,
        boolean bothRegistersApproved,
        Instant at) {}
