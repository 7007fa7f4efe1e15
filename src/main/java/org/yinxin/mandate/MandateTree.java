package org.yinxin.mandate;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** All mandates of one seal, each under the one by whose key it was given. */
final class MandateTree {

    /** How many mandates stand above each other at most, the root included; the contract's rule. */
    static final int DEEPEST = 4;

    private final Map<UUID, Mandate> byId = new LinkedHashMap<>();

    MandateTree(Collection<Mandate> mandates) {
        mandates.forEach(mandate -> byId.put(mandate.id(), mandate));
    }

    Optional<Mandate> find(UUID id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** The mandate, the one above it, and so on to the root. */
    List<Mandate> line(Mandate mandate) {
        List<Mandate> line = new ArrayList<>();
        Mandate here = mandate;
        while (here != null) {
            line.add(here);
            here = here.isRoot() ? null : byId.get(here.place().requireAbove());
        }
        return line;
    }

    /** Whether the mandate and all above it are in force, as the contract asks at every use. */
    boolean inForce(Mandate mandate, Instant now) {
        return line(mandate).stream().allMatch(each -> each.inForce(now));
    }

    /** Everything that grew from the mandate, without itself. */
    List<Mandate> below(Mandate mandate) {
        List<Mandate> below = new ArrayList<>();
        collect(mandate, below);
        return below;
    }

    /** From the roots down, each mandate before those under it. */
    List<Mandate> inOrder() {
        List<Mandate> order = new ArrayList<>();
        byId.values().stream().filter(Mandate::isRoot).toList().reversed().forEach(root -> {
            order.add(root);
            collect(root, order);
        });
        return order;
    }

    private void collect(Mandate mandate, List<Mandate> into) {
        for (Mandate each : byId.values()) {
            if (mandate.id().equals(each.place().aboveId())) {
                into.add(each);
                collect(each, into);
            }
        }
    }
}
