package org.yinxin.mandate;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.yinxin.ledger.authority.SoftKey;
import org.yinxin.shared.Digest;
import org.yinxin.shared.SealNumber;

/** Mandates in memory, as the database would hold them. */
final class Samples {

    static final Instant NOW = Instant.parse("2026-03-01T02:00:00Z");
    static final SealNumber SEAL = new SealNumber("33010600000001");

    private Samples() {}

    /** In force. */
    static Mandate root() {
        Rooting rooting =
                new Rooting(SEAL, Digest.random(), SoftKey.es256().key(), UUID.randomUUID(), UUID.randomUUID(), "沈知远");
        Mandate root = Mandate.root(rooting, NOW.minus(Duration.ofDays(30)));
        root.answer(MandateStep.RECORD, MandateMove.onChain(null, UUID.randomUUID()), NOW.minus(Duration.ofDays(30)));
        return root;
    }

    static Limits days(int from, int to) {
        return new Limits(NOW.plus(Duration.ofDays(from)), NOW.plus(Duration.ofDays(to)), 0, false);
    }

    static Limits delegable(Limits limits) {
        return new Limits(limits.validFrom(), limits.validTo(), limits.uses(), true);
    }

    static Limits counted(Limits limits, int uses) {
        return new Limits(limits.validFrom(), limits.validTo(), uses, limits.delegable());
    }

    static Offer offer(Mandate above, MandateRole role, Limits limits, Set<DocumentClass> kinds) {
        return new Offer(above.requireHolder().personId(), above.id(), role, "林若溪", null, limits, kinds);
    }

    /** Offered, accepted, signed and recorded. */
    static Mandate given(Mandate above, MandateRole role, Limits limits, Set<DocumentClass> kinds) {
        Mandate mandate =
                Mandate.offer(above, offer(above, role, limits, kinds), Kinds.of(kinds), NOW.plus(Offers.WAITS), NOW);
        HolderKey holder = HolderKey.of(
                UUID.randomUUID(), UUID.randomUUID(), SoftKey.es256().key());
        mandate.accept(holder, NOW.plus(Offers.WAITS), NOW);
        mandate.follow(MandateStep.SIGN, MandateMove.by(UUID.randomUUID()), NOW);
        mandate.answer(MandateStep.RECORD, MandateMove.onChain(null, mandate.givenEntry()), NOW);
        return mandate;
    }
}
