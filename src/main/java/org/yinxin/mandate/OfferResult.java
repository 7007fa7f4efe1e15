package org.yinxin.mandate;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What came of wishing to give a mandate. */
public sealed interface OfferResult {

    /**
     * It is written down.
     *
     * @param code opens it for the invited person, shown this once; none for a machine, whose key is known
     */
    record Offered(UUID mandate, @Nullable InvitationCode code) implements OfferResult {}

    /** It is not. */
    record Refused(Set<OfferProblem> problems) implements OfferResult {}
}
