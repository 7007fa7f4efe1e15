package org.yinxin.ledger;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/**
 * Whether anything can be written to the chain at all. A chain that is unfit needs somebody to mend it; one that is silent for
 * a while does not, as entries wait for it.
 */
@Component("chainHealthIndicator")
class ChainHealthIndicator implements HealthIndicator {

    private final Hindrance hindrance;
    private final NodeWatch nodes;

    ChainHealthIndicator(Hindrance hindrance, NodeWatch nodes) {
        this.hindrance = hindrance;
        this.nodes = nodes;
    }

    @Override
    public Health health() {
        List<NodeHealth> heard = nodes.health().stream()
                .filter(node -> node.state() != NodeHealth.State.SILENT)
                .toList();
        Optional<String> unfit = hindrance.present().or(() -> otherChain(heard));
        if (unfit.isPresent()) {
            return Health.down().withDetail("reason", unfit.get()).build();
        }
        return heard.isEmpty()
                ? Health.unknown()
                        .withDetail("reason", "No node answers; entries wait")
                        .build()
                : Health.up().build();
    }

    private static Optional<String> otherChain(List<NodeHealth> heard) {
        boolean ours = heard.stream().anyMatch(node -> node.state() != NodeHealth.State.OTHER_CHAIN);
        return ours || heard.isEmpty()
                ? Optional.empty()
                : Optional.of("Nothing is written: the books are of another chain than the one that is spoken for by "
                        + heard.stream().map(NodeHealth::node).collect(Collectors.joining(", ")));
    }
}
