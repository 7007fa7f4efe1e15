package org.yinxin.ledger.reconciliation;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What comparisons found, how old the last complete one is, and how long they take, for whoever watches the portal. */
@Component
class ReconciliationMetrics {

    private static final String NAME = "yinxin.reconciliation.";

    private final MeterRegistry registry;
    private final Clock clock;
    private volatile Map<FindingKind, Long> open = Map.of();
    private volatile Optional<Instant> lastComplete = Optional.empty();

    ReconciliationMetrics(MeterRegistry registry, Clock clock) {
        this.registry = registry;
        this.clock = clock;
        for (FindingKind kind : FindingKind.values()) {
            Gauge.builder(NAME + "findings", () -> open.getOrDefault(kind, 0L))
                    .tag("kind", kind.name())
                    .description("Findings that still hold")
                    .register(registry);
        }
        Gauge.builder(NAME + "age", this::age)
                .baseUnit("seconds")
                .description("Since everything was last compared; NaN before the first time")
                .register(registry);
    }

    void show(Map<FindingKind, Long> findings, Optional<Instant> complete) {
        open = Map.copyOf(findings);
        lastComplete = complete;
    }

    void took(Duration duration, boolean complete) {
        Timer.builder(NAME + "duration")
                .tag("complete", String.valueOf(complete))
                .register(registry)
                .record(duration);
    }

    private double age() {
        return lastComplete
                .map(at -> (double) Duration.between(at, clock.instant()).toSeconds())
                .orElse(Double.NaN);
    }
}
