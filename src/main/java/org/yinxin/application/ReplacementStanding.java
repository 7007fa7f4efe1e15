package org.yinxin.application;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yinxin.register.EnterpriseEntry;
import org.yinxin.shared.Digest;
import org.yinxin.shared.Uscc;

/**
 * What the registers and the books say today about a seal whose key shall be replaced.
 *
 * @param seal absent when it is not in force (any more)
 * @param seen the version that the application was submitted for; absent before
 * @param newKey digest of the key that shall take the place of the one before; absent while none is chosen
 */
record ReplacementStanding(
        Uscc uscc,
        LocalDate today,
        boolean legalRepresentative,
        @Nullable EnterpriseEntry enterprise,
        @Nullable SealInForce seal,
        @Nullable Digest seen,
        boolean otherReplacement,
        @Nullable Digest newKey) {

    Set<Obstacle> all() {
        Set<Obstacle> found = EnumSet.noneOf(Obstacle.class);
        add(found, !legalRepresentative, Obstacle.NOT_LEGAL_REPRESENTATIVE);
        add(found, enterprise == null || !enterprise.isActiveOn(today), Obstacle.ENTERPRISE_NOT_ACTIVE);
        add(found, otherReplacement, Obstacle.SEAL_HAS_REPLACEMENT);
        if (seal == null || !seal.recorded() || !seal.uscc().equals(uscc)) {
            found.add(Obstacle.SEAL_NOT_IN_FORCE);
            return found;
        }
        add(found, seen != null && !seen.equals(seal.onChainId()), Obstacle.SEAL_CHANGED);
        add(found, newKey != null && Objects.equals(newKey, seal.rootKey()), Obstacle.KEY_IN_FORCE_ALREADY);
        return found;
    }

    private static void add(Set<Obstacle> found, boolean stands, Obstacle obstacle) {
        if (stands) {
            found.add(obstacle);
        }
    }
}
