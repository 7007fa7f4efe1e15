package org.yinxin.ledger.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.yinxin.ledger.NodeHead;
import org.yinxin.ledger.NodeHealth;

/**
 * Who holds the chain and how far each has come, drawn around what they hold in common.
 *
 * @param newest the highest block of a node that follows; absent while all are silent
 */
public record ChainPicture(List<Place> places, @Nullable Long newest) {

    static final int WIDTH = 720;
    static final int HEIGHT = 300;
    private static final double ACROSS = 265;
    private static final double UP = 100;

    /**
     * A node in the picture.
     *
     * @param x of its middle, in the picture's own units, as is {@code y}
     */
    public record Place(NodeHealth health, long x, long y) {

        public String style() {
            return health.state().name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    static ChainPicture of(List<NodeHealth> nodes) {
        List<Place> places = new ArrayList<>();
        for (int i = 0; i < nodes.size(); i++) {
            double angle = 2 * Math.PI * (i + 0.5) / nodes.size() + Math.PI;
            places.add(new Place(
                    nodes.get(i),
                    Math.round(WIDTH / 2.0 + ACROSS * Math.cos(angle)),
                    Math.round(HEIGHT / 2.0 + UP * Math.sin(angle))));
        }
        return new ChainPicture(List.copyOf(places), newest(nodes));
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

    public int height() {
        return HEIGHT;
    }

    public long following() {
        return places.stream()
                .filter(place -> place.health().state() == NodeHealth.State.FOLLOWS)
                .count();
    }
}
