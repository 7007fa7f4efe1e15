package org.yinxin.ledger;

import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What one node said.
 *
 * @param value null when it was silent, else what it holds or that it holds nothing
 */
record NodeVoice<T>(String node, @Nullable Optional<T> value, String silence) {

    static <T> NodeVoice<T> silent(ChainNode node) {
        return new NodeVoice<>(node.name(), null, "The node of " + node.name() + " did not answer a moment ago");
    }

    static <T> NodeVoice<T> of(ChainNode node, Function<ChainNode, Optional<T>> question) {
        try {
            return new NodeVoice<>(node.name(), question.apply(node), "");
        } catch (RuntimeException e) {
            return new NodeVoice<>(node.name(), null, String.valueOf(e.getMessage()));
        }
    }
}
