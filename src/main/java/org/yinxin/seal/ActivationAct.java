package org.yinxin.seal;

import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.yinxin.ledger.authority.SignedActivation;
import org.yinxin.shared.Commitment;
import org.yinxin.shared.Digest;
import org.yinxin.shared.Salt;

/**
 * One taking of a seal into use, from the moment its owner is asked to sign it.
 *
 * @param entryId chosen before the signature, which covers it
 * @param salt opens the commitment to the conditions, in hexadecimal digits
 * @param expiry after which the chain no longer takes it, in whole seconds
 */
public record ActivationAct(UUID entryId, String salt, Instant expiry) implements Serializable {

    /** How long a signature can be used. */
    public static final Duration LIFE = Duration.ofHours(24);

    public static ActivationAct propose(Instant now) {
        return new ActivationAct(
                UUID.randomUUID(), Salt.random().hex(), now.plus(LIFE).truncatedTo(ChronoUnit.SECONDS));
    }

    /** What the holder of the seal's root signs. */
    public SignedActivation signed(Digest seal, Digest mandate) {
        return new SignedActivation(entryId, seal, mandate, conditions(), expiry);
    }

    Digest conditions() {
        return Commitment.of(openingSalt(), SealLife.CONDITIONS);
    }

    Salt openingSalt() {
        return Salt.fromHex(salt);
    }
}
