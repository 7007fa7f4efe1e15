package org.yinxin.ledger;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Keeps an eye on all nodes beside the work, so that nobody who wants to write or read waits for the one that is silent,
 * slow or behind.
 */
@Component
public class NodeWatch {

    private static final Logger LOG = LoggerFactory.getLogger(NodeWatch.class);
    private static final long FRESH_NANOS = Duration.ofSeconds(2).toNanos();
    private static final long STALE_NANOS = Duration.ofSeconds(15).toNanos();
    private static final Duration LATE = Duration.ofSeconds(1);
    private static final long MAY_BE_BEHIND = 5;

    private final ChainNodes chain;
    private final Deployments deployments;
    private final Incidents incidents;
    private final Map<String, NodeHealth.State> told = new ConcurrentHashMap<>();
    private final AtomicBoolean looking = new AtomicBoolean();
    private volatile List<NodeHealth> last = List.of();
    private volatile long lookedAt = System.nanoTime() - FRESH_NANOS;

    NodeWatch(ChainNodes chain, Deployments deployments, Incidents incidents) {
        this.chain = chain;
        this.deployments = deployments;
        this.incidents = incidents;
    }

    /** What was last seen, a few seconds ago at most while anybody asks; never waits, unless nothing was ever seen. */
    public List<NodeHealth> health() {
        if (last.isEmpty()) {
            look();
        } else {
            lookSoon();
        }
        return last;
    }

    /** All nodes, those first that are worth asking; one that speaks for another chain is left out. */
    List<ChainNode> inOrder() {
        lookSoon();
        Map<String, NodeHealth.State> states = new ConcurrentHashMap<>();
        last.forEach(health -> states.put(health.node(), health.state()));
        return chain.nodes().stream()
                .filter(node -> states.get(node.name()) != NodeHealth.State.OTHER_CHAIN)
                .sorted(Comparator.comparingInt(node -> states.getOrDefault(node.name(), NodeHealth.State.FOLLOWS)
                        .ordinal()))
                .toList();
    }

    /** The nodes that answered when they were last looked at, and speak for our chain. */
    List<ChainNode> worthAsking() {
        return inOrder().stream().filter(node -> !silent(node)).toList();
    }

    /** Whether the node was silent a moment ago and there are others, so that nobody needs to wait for it now. */
    boolean silent(ChainNode node) {
        lookSoon();
        boolean recent = System.nanoTime() - lookedAt < STALE_NANOS;
        return recent
                && chain.nodes().size() > 1
                && last.stream()
                        .anyMatch(health ->
                                health.node().equals(node.name()) && health.state() == NodeHealth.State.SILENT);
    }

    /** The newest block that was last seen of the node, -1 when none was. */
    long height(ChainNode node) {
        return last.stream()
                .filter(health -> health.node().equals(node.name()))
                .map(NodeHealth::head)
                .filter(Objects::nonNull)
                .mapToLong(NodeHead::number)
                .findFirst()
                .orElse(-1);
    }

    /** @throws NodeSilentException when the node speaks for another chain than the books are of, or not at all */
    void requireOurChain(ChainNode node) {
        long spoken = node.chainId();
        long books = deployments.current().map(Deployment::chainId).orElse(spoken);
        if (spoken != books) {
            throw new NodeSilentException(
                    node.name(), "it speaks for chain " + spoken + ", but the books are of chain " + books);
        }
    }

    /** Looks at all nodes side by side, now. */
    void look() {
        List<NodeHealth> seen = judged(ask());
        lookedAt = System.nanoTime();
        last = seen;
        seen.forEach(this::report);
    }

    private void lookSoon() {
        if (System.nanoTime() - lookedAt < FRESH_NANOS || !looking.compareAndSet(false, true)) {
            return;
        }
        Thread.ofVirtual().name("node-watch").start(() -> {
            try {
                look();
            } catch (RuntimeException e) {
                LOG.warn("The nodes could not be looked at", e);
            } finally {
                lookedAt = System.nanoTime();
                looking.set(false);
            }
        });
    }

    private record Seen(String node, @Nullable NodeHead head, Duration answered) {}

    private List<Seen> ask() {
        List<Future<Seen>> asked;
        try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            asked = chain.nodes().stream()
                    .map(node -> executor.submit(() -> ask(node)))
                    .toList();
        }
        return asked.stream().map(Future::resultNow).toList();
    }

    private static Seen ask(ChainNode node) {
        long start = System.nanoTime();
        NodeHead head;
        try {
            head = node.head();
        } catch (NodeSilentException e) {
            head = null;
        }
        return new Seen(node.name(), head, Duration.ofNanos(System.nanoTime() - start));
    }

    private List<NodeHealth> judged(List<Seen> seen) {
        OptionalLong chainId = deployments
                .current()
                .map(deployment -> OptionalLong.of(deployment.chainId()))
                .orElse(OptionalLong.empty());
        long middle = middle(seen, chainId);
        return seen.stream()
                .map(one -> new NodeHealth(
                        one.node(), state(one, chainId, middle), one.head(), behind(one, middle), one.answered()))
                .toList();
    }

    /** Whether the node has not moved since the last look. */
    private boolean standsStill(Seen one) {
        return last.stream()
                .filter(before -> before.node().equals(one.node()))
                .map(NodeHealth::head)
                .anyMatch(head -> head != null
                        && one.head() != null
                        && head.number() == one.head().number());
    }

    private NodeHealth.State state(Seen one, OptionalLong chainId, long middle) {
        if (one.head() == null) {
            return NodeHealth.State.SILENT;
        }
        if (chainId.isPresent() && one.head().chainId() != chainId.getAsLong()) {
            return NodeHealth.State.OTHER_CHAIN;
        }
        if (behind(one, middle) > MAY_BE_BEHIND || behind(one, middle) > 0 && standsStill(one)) {
            return NodeHealth.State.LAGS;
        }
        return one.answered().compareTo(LATE) > 0 ? NodeHealth.State.SLOW : NodeHealth.State.FOLLOWS;
    }

    private static long behind(Seen one, long middle) {
        return one.head() == null ? 0 : Math.max(0, middle - one.head().number());
    }

    /** The upper middle of all heights: one node that boasts does not make the others late. */
    private static long middle(List<Seen> seen, OptionalLong chainId) {
        long[] heights = seen.stream()
                .map(Seen::head)
                .filter(head -> head != null && (chainId.isEmpty() || head.chainId() == chainId.getAsLong()))
                .mapToLong(head -> head == null ? 0 : head.number())
                .sorted()
                .toArray();
        return heights.length == 0 ? 0 : heights[heights.length / 2];
    }

    private void report(NodeHealth health) {
        NodeHealth.State before = told.put(health.node(), health.state());
        boolean well = health.state() == NodeHealth.State.FOLLOWS;
        if (health.state() != before && !(well && before == null)) {
            incidents.report(
                    well ? Incidents.Kind.NODE_BACK : Incidents.Kind.NODE_TROUBLE,
                    "The node of " + health.node() + ": " + health.state());
        }
    }
}
