package org.yinxin.mandate;

import jakarta.persistence.Embeddable;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yinxin.shared.SealNumber;

/**
 * Where a mandate stands among those of its seal.
 *
 * @param aboveId by whose key it is given; none for a root
 * @param depth 1 for a root
 */
@Embeddable
record MandatePlace(String sealNumber, @Nullable UUID aboveId, int depth) {

    static MandatePlace root(SealNumber seal) {
        return new MandatePlace(seal.value(), null, 1);
    }

    MandatePlace below(UUID mandate) {
        return new MandatePlace(sealNumber, mandate, depth + 1);
    }

    SealNumber seal() {
        return new SealNumber(sealNumber);
    }

    /** @throws IllegalStateException for a root */
    UUID requireAbove() {
        if (aboveId == null) {
            throw new IllegalStateException("Nothing stands above a root");
        }
        return aboveId;
    }

    boolean isRoot() {
        return aboveId == null;
    }
}
