package org.yinxin.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.yinxin.ledger.NodeAnswer.Stand;

class VotesTest {

    @Test
    void oneLyingNodeIsNamedAndTurnsNothing() {
        ChainAnswer<String> answer =
                Votes.count(List.of(says("a", "active"), says("b", "active"), says("c", "revoked")));
        assertThat(answer)
                .isEqualTo(new ChainAnswer.Known<>(
                        "active", List.of(at("a", Stand.AGREES), at("b", Stand.AGREES), at("c", Stand.DIFFERS))));
    }

    @Test
    void oneNodeThatHoldsNothingDoesNotMakeItAbsent() {
        ChainAnswer<String> answer = Votes.count(List.of(says("a", "active"), holdsNothing("b"), says("c", "active")));
        assertThat(answer).isInstanceOf(ChainAnswer.Known.class);
        assertThat(answer.nodes()).contains(at("b", Stand.DIFFERS));
    }

    @Test
    void aSilentNodeIsNamedAndDoesNotVote() {
        ChainAnswer<String> answer = Votes.count(List.of(silent("a"), says("b", "active")));
        assertThat(answer)
                .isEqualTo(new ChainAnswer.Known<>("active", List.of(at("a", Stand.SILENT), at("b", Stand.AGREES))));
    }

    @Test
    void silenceOfAllIsNoAnswer() {
        assertThat(Votes.count(List.of(silent("a"), silent("b")))).isInstanceOf(ChainAnswer.Unreachable.class);
    }

    @Test
    void aTieIsNoAnswer() {
        ChainAnswer<String> answer = Votes.count(List.of(says("a", "active"), says("b", "revoked")));
        assertThat(answer).isInstanceOf(ChainAnswer.Unreachable.class);
        assertThat(answer.nodes()).extracting(NodeAnswer::stand).containsOnly(Stand.DIFFERS);
    }

    @Test
    void nothingHeldByMostIsAbsent() {
        assertThat(Votes.count(List.of(holdsNothing("a"), holdsNothing("b"), says("c", "active"))))
                .isEqualTo(new ChainAnswer.Absent<>(
                        List.of(at("a", Stand.AGREES), at("b", Stand.AGREES), at("c", Stand.DIFFERS))));
    }

    private static NodeAnswer at(String node, Stand stand) {
        return new NodeAnswer(node, stand);
    }

    private static NodeVoice<String> says(String node, String value) {
        return new NodeVoice<>(node, Optional.of(value), "");
    }

    private static NodeVoice<String> holdsNothing(String node) {
        return new NodeVoice<>(node, Optional.empty(), "");
    }

    private static NodeVoice<String> silent(String node) {
        return new NodeVoice<>(node, null, "no answer");
    }
}
