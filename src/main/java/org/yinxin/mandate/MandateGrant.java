package org.yinxin.mandate;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.util.UUID;

/**
 * What is given, and by whom; never changed afterwards.
 *
 * @param name what the giver calls the holder
 * @param givenBy who wrote it down; for a root, its holder
 * @param useLimit 0 for any number
 */
@Embeddable
record MandateGrant(
        @Enumerated(EnumType.STRING) MandateRole role,
        String name,
        UUID givenBy,
        Instant validFrom,
        Instant validTo,
        int useLimit,
        boolean delegable) {

    private MandateGrant(MandateRole role, String name, UUID givenBy, Limits limits) {
        this(role, name, givenBy, limits.validFrom(), limits.validTo(), limits.uses(), limits.delegable());
    }

    static MandateGrant of(Rooting rooting) {
        return new MandateGrant(MandateRole.LEGAL_REPRESENTATIVE, rooting.name(), rooting.personId(), Limits.OF_ROOTS);
    }

    static MandateGrant of(Offer offer) {
        return new MandateGrant(offer.role(), offer.name(), offer.giver(), offer.limits());
    }

    Limits limits() {
        return new Limits(validFrom, validTo, useLimit, delegable);
    }
}
