package org.yinxin.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yinxin.application.ApplicationFixtures.ENTERPRISE;
import static org.yinxin.application.ApplicationFixtures.SEAL;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.yinxin.shared.Digest;
import org.yinxin.shared.Uscc;

class ReplacementStandingTest {

    private static final Digest NEW_KEY = Digest.random();

    @Test
    void aSealInForceMayHaveAnotherKey() {
        assertThat(of(SEAL, null, false, NEW_KEY).all()).containsExactly(Obstacle.ENTERPRISE_NOT_ACTIVE);
        assertThat(of(SEAL, SEAL.onChainId(), false, NEW_KEY).all()).containsExactly(Obstacle.ENTERPRISE_NOT_ACTIVE);
    }

    @Test
    void aSealThatEndedOrIsAnothersMayNot() {
        assertThat(of(null, null, false, NEW_KEY).all()).contains(Obstacle.SEAL_NOT_IN_FORCE);
        assertThat(of(other(Uscc.complete("91330106MA2CFRT51"), true), null, false, NEW_KEY)
                        .all())
                .contains(Obstacle.SEAL_NOT_IN_FORCE);
        assertThat(of(other(ENTERPRISE.uscc(), false), null, false, NEW_KEY).all())
                .as("the chain has yet to confirm its issue")
                .contains(Obstacle.SEAL_NOT_IN_FORCE);
    }

    @Test
    void aNewerVersionTheSameKeyOrASecondApplicationStandInTheWay() {
        assertThat(of(SEAL, Digest.random(), false, NEW_KEY).all()).contains(Obstacle.SEAL_CHANGED);
        assertThat(of(SEAL, SEAL.onChainId(), false, SEAL.rootKey()).all()).contains(Obstacle.KEY_IN_FORCE_ALREADY);
        assertThat(of(SEAL, null, true, NEW_KEY).all()).contains(Obstacle.SEAL_HAS_REPLACEMENT);
    }

    private static SealInForce other(Uscc uscc, boolean recorded) {
        return new SealInForce(
                SEAL.number(), uscc, SEAL.physicalSeal(), SEAL.kind(), SEAL.onChainId(), SEAL.rootKey(), recorded);
    }

    /** Of an enterprise that the register does not know, so that one obstacle is always there. */
    private static ReplacementStanding of(
            @Nullable SealInForce seal, @Nullable Digest seen, boolean second, @Nullable Digest key) {
        return new ReplacementStanding(
                ENTERPRISE.uscc(), LocalDate.parse("2026-04-13"), true, null, seal, seen, second, key);
    }
}
