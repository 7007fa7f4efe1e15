package org.yinxin.ledger;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.function.ToDoubleFunction;
import org.springframework.stereotype.Component;

/** The queue before the chain as metrics, for whoever watches the portal. */
@Component
class QueueMetrics implements MeterBinder {

    private final Queue queue;

    QueueMetrics(Queue queue) {
        this.queue = queue;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        gauge(registry, "waiting", "entries that no transaction carries yet", Queue.State::waiting);
        gauge(
                registry,
                "oldest.seconds",
                "age of the first entry without an answer",
                state -> state.oldest().toMillis() / 1000.0);
        gauge(registry, "transactions", "transactions that stand in no block yet", Queue.State::underWay);
        gauge(registry, "answered.per.second", "entries answered in the last half minute", Queue.State::perSecond);
    }

    private void gauge(MeterRegistry registry, String name, String description, ToDoubleFunction<Queue.State> value) {
        Gauge.builder("yinxin.ledger.queue." + name, queue, each -> value.applyAsDouble(each.state()))
                .description(description)
                .register(registry);
    }
}
