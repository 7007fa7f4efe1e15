package org.yinxin.sealing;

import jakarta.persistence.Embeddable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** When a use took each of its steps. */
@Embeddable
class UseTimes {

    private Instant requestedAt;
    private @Nullable Instant authorisedAt;
    private @Nullable Instant sealedAt;
    private @Nullable Instant recordedAt;
    private @Nullable Instant releasedAt;
    private @Nullable Instant endedAt;

    @SuppressWarnings("NullAway.Init")
    protected UseTimes() {}

    UseTimes(Instant requestedAt) {
        this.requestedAt = requestedAt;
    }

    void authorised(Instant now) {
        authorisedAt = now;
    }

    void sealed(Instant now) {
        sealedAt = now;
    }

    void recorded(Instant now) {
        recordedAt = now;
    }

    void released(Instant now) {
        releasedAt = now;
    }

    void ended(Instant now) {
        endedAt = now;
    }

    Instant requestedAt() {
        return requestedAt;
    }

    @Nullable
    Instant recordedAt() {
        return recordedAt;
    }

    boolean isAuthorised() {
        return authorisedAt != null;
    }
}
