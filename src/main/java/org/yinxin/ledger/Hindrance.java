package org.yinxin.ledger;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What keeps the ledger from writing until somebody mends it, such as the wrong contract or a chain without the rules that it
 * needs. The overseers are told once; the health of the installation says so for as long as it lasts.
 */
@Component
class Hindrance {

    private final Incidents incidents;
    private volatile @Nullable String present;

    Hindrance(Incidents incidents) {
        this.incidents = incidents;
    }

    void met(Incidents.Kind kind, String what) {
        if (!what.equals(present)) {
            incidents.report(kind, what);
            present = what;
        }
    }

    void isOver() {
        present = null;
    }

    Optional<String> present() {
        return Optional.ofNullable(present);
    }
}
