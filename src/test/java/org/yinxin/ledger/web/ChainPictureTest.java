package org.yinxin.ledger.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yinxin.ledger.NodeAnswer;
import org.yinxin.ledger.NodeHead;
import org.yinxin.ledger.NodeHealth;
import org.yinxin.ledger.Party;
import org.yinxin.ledger.Receipt;

class ChainPictureTest {

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 7, 8})
    void everyNodeStandsApartInsideThePicture(int count) {
        ChainPicture picture = ChainPicture.of(
                IntStream.range(0, count).mapToObj(i -> node("n" + i, 10)).toList(), null, List.of());

        assertThat(picture.places())
                .hasSize(count)
                .allSatisfy(place -> assertThat(place.x()).isBetween(60L, 660L))
                .allSatisfy(place ->
                        assertThat(place.y()).isBetween(picture.top() + 22, picture.top() + picture.height() - 70));
        assertThat(picture.places().stream().map(place -> place.x() + "," + place.y()))
                .doesNotHaveDuplicates();
    }

    @Test
    void theNewestBlockIsThatOfANodeThatFollows() {
        NodeHealth boasting = new NodeHealth(
                "court", NodeHealth.State.OTHER_CHAIN, node("x", 999).head(), 0, Duration.ZERO);
        NodeHealth silent = new NodeHealth("police", NodeHealth.State.SILENT, null, 0, Duration.ZERO);

        assertThat(ChainPicture.of(List.of(node("a", 7), boasting, silent), null, List.of())
                        .newest())
                .isEqualTo(7);
        assertThat(ChainPicture.of(List.of(silent), null, List.of()).newest()).isNull();
    }

    @Test
    void whoHoldsSomethingElseThanTheNewestRecordDiffersUnlessItHasNotComeSoFar() {
        List<NodeAnswer> answers = List.of(
                new NodeAnswer("honest", NodeAnswer.Stand.AGREES),
                new NodeAnswer("lying", NodeAnswer.Stand.DIFFERS),
                new NodeAnswer("mute", NodeAnswer.Stand.SILENT),
                new NodeAnswer("behind", NodeAnswer.Stand.DIFFERS));

        ChainPicture picture = ChainPicture.of(
                List.of(node("honest", 12), node("lying", 12), node("mute", 12), node("behind", 11)),
                receipt(12),
                answers);

        assertThat(picture.places())
                .extracting(ChainPicture.Place::state)
                .containsExactly("FOLLOWS", "DIFFERS", "SILENT", "FOLLOWS");
        assertThat(picture.following()).isEqualTo(2);
    }

    private static Receipt receipt(long block) {
        return new Receipt(
                1, "0x", Party.PLATFORM, "0x", "0x", "0x", block, Instant.EPOCH, 0, 0, "UseRecorded", Map.of());
    }

    private static NodeHealth node(String name, long number) {
        NodeHead head = new NodeHead(1, number, "0x", Instant.EPOCH, "besu");
        return new NodeHealth(name, NodeHealth.State.FOLLOWS, head, 0, Duration.ZERO);
    }
}
