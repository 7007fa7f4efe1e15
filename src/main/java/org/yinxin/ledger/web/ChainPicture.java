package org.yinxin.ledger.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.yinxin.ledger.NodeAnswer;
import org.yinxin.ledger.NodeHead;
import org.yinxin.ledger.NodeHealth;
import org.yinxin.ledger.Receipt;

/**
 * Who holds the chain, how far each has come and whether they agree, drawn around what they hold in common.
 *
 * @param newest the highest block of a node that follows; absent while all are silent
 */
public record ChainPicture(List<Place> places, @Nullable Long newest) {

    static final int WIDTH = 720;
    static final int HEIGHT = 320;
    private static final double ACROSS = 265;
    private static final double UP = 100;

    /**
     * A node in the picture.
     *
     * @param state how it does, for words: a state of {@link NodeHealth}, or DIFFERS when it has come as far as the newest
     *     record and holds something else in its place
     * @param x of its middle, in the picture's own units, as is {@code y}
     */
    public record Place(NodeHealth health, String state, long x, long y) {

        public String style() {
            return state.toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** The sign in the node's circle, as the path of a drawing: a tick, a clock's hands, a bar or a cross. */
        public String sign() {
            return switch (state) {
                case "FOLLOWS" -> "M-9 1l6 6 12-13";
                case "SLOW", "LAGS" -> "M0-10V1l7 5";
                case "SILENT" -> "M-8 0h16";
                default -> "M-7-7L7 7M7-7L-7 7";
            };
        }

        public boolean follows() {
            return state.equals(NodeHealth.State.FOLLOWS.name());
        }
    }

    /**
     * @param newest the newest record's receipt; absent while nothing was recorded
     * @param answers how each node stands to it
     */
    static ChainPicture of(List<NodeHealth> nodes, @Nullable Receipt newest, List<NodeAnswer> answers) {
        List<Place> places = new ArrayList<>();
        for (int i = 0; i < nodes.size(); i++) {
            double angle = 2 * Math.PI * (i + 0.5) / nodes.size() + Math.PI;
            NodeHealth node = nodes.get(i);
            places.add(new Place(
                    node,
                    newest != null && cameTo(newest.blockNumber(), node)
                            ? state(node, answers)
                            : node.state().name(),
                    Math.round(WIDTH / 2.0 + ACROSS * Math.cos(angle)),
                    Math.round(HEIGHT / 2.0 + UP * Math.sin(angle))));
        }
        return new ChainPicture(List.copyOf(places), newest(nodes));
    }

    /** Who has not come as far yet cannot hold it. */
    private static boolean cameTo(long block, NodeHealth node) {
        NodeHead head = node.head();
        return head != null && head.number() >= block && node.state() != NodeHealth.State.OTHER_CHAIN;
    }

    private static String state(NodeHealth node, List<NodeAnswer> answers) {
        return answers.stream()
                .filter(answer -> answer.node().equals(node.node()))
                .map(NodeAnswer::stand)
                .filter(stand -> stand != NodeAnswer.Stand.AGREES)
                .findFirst()
                .map(NodeAnswer.Stand::name)
                .orElse(node.state().name());
    }

    private static @Nullable Long newest(List<NodeHealth> nodes) {
        return nodes.stream()
                .filter(health -> health.state() == NodeHealth.State.FOLLOWS || health.state() == NodeHealth.State.SLOW)
                .map(NodeHealth::head)
                .filter(head -> head != null)
                .map(NodeHead::number)
                .max(Long::compare)
                .orElse(null);
    }

    public int width() {
        return WIDTH;
    }

    /** Where the picture begins: above the highest circle. */
    public long top() {
        return places.stream().mapToLong(Place::y).min().orElse(HEIGHT / 2) - 30;
    }

    /** From there to below the words of the lowest circle. */
    public long height() {
        return places.stream().mapToLong(Place::y).max().orElse(HEIGHT / 2) + 76 - top();
    }

    /** Where the common record stands. */
    public int middle() {
        return HEIGHT / 2;
    }

    public long following() {
        return places.stream().filter(Place::follows).count();
    }
}
