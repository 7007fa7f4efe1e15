package org.yinxin.ledger;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Weighs the nodes' answers: one lying or lagging node is named and never turns an answer by itself. */
final class Votes {

    private Votes() {}

    static <T> ChainAnswer<T> count(List<NodeVoice<T>> voices) {
        Map<Optional<T>, Integer> votes = new LinkedHashMap<>();
        List<String> silences = new ArrayList<>();
        for (NodeVoice<T> voice : voices) {
            if (voice.value() == null) {
                silences.add(voice.silence());
            } else {
                votes.merge(voice.value(), 1, Integer::sum);
            }
        }
        if (votes.isEmpty()) {
            return new ChainAnswer.Unreachable<>(String.join("; ", silences), against(Optional.empty(), voices));
        }
        int most = Collections.max(votes.values());
        List<Optional<T>> leading = votes.entrySet().stream()
                .filter(vote -> vote.getValue() == most)
                .map(Map.Entry::getKey)
                .toList();
        if (leading.size() > 1) {
            return new ChainAnswer.Unreachable<>("The nodes contradict each other", contradicting(voices));
        }
        List<NodeAnswer> nodes = against(leading.getFirst(), voices);
        return leading.getFirst()
                .<ChainAnswer<T>>map(value -> new ChainAnswer.Known<>(value, nodes))
                .orElseGet(() -> new ChainAnswer.Absent<>(nodes));
    }

    static <T> List<NodeAnswer> against(Optional<T> answer, List<NodeVoice<T>> voices) {
        return voices.stream()
                .map(voice -> new NodeAnswer(voice.node(), stand(answer, voice)))
                .toList();
    }

    private static <T> NodeAnswer.Stand stand(Optional<T> answer, NodeVoice<T> voice) {
        if (voice.value() == null) {
            return NodeAnswer.Stand.SILENT;
        }
        return voice.value().equals(answer) ? NodeAnswer.Stand.AGREES : NodeAnswer.Stand.DIFFERS;
    }

    private static <T> List<NodeAnswer> contradicting(List<NodeVoice<T>> voices) {
        return voices.stream()
                .map(voice -> new NodeAnswer(
                        voice.node(), voice.value() == null ? NodeAnswer.Stand.SILENT : NodeAnswer.Stand.DIFFERS))
                .toList();
    }
}
