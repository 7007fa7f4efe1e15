package org.yinxin.ledger.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yinxin.ledger.NodeHead;
import org.yinxin.ledger.NodeHealth;

class ChainPictureTest {

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 7, 8})
    void everyNodeStandsApartInsideThePicture(int count) {
        ChainPicture picture = ChainPicture.of(
                IntStream.range(0, count).mapToObj(i -> node("n" + i, 10)).toList());

        assertThat(picture.places())
                .hasSize(count)
                .allSatisfy(place -> assertThat(place.x()).isBetween(60L, 660L))
                .allSatisfy(place -> assertThat(place.y()).isBetween(30L, 260L));
        assertThat(picture.places().stream().map(place -> place.x() + "," + place.y()))
                .doesNotHaveDuplicates();
    }

    @Test
    void theNewestBlockIsThatOfANodeThatFollows() {
        NodeHealth boasting = new NodeHealth(
                "court", NodeHealth.State.OTHER_CHAIN, node("x", 999).head(), 0, Duration.ZERO);
        NodeHealth silent = new NodeHealth("police", NodeHealth.State.SILENT, null, 0, Duration.ZERO);

        assertThat(ChainPicture.of(List.of(node("a", 7), boasting, silent)).newest())
                .isEqualTo(7);
        assertThat(ChainPicture.of(List.of(silent)).newest()).isNull();
    }

    private static NodeHealth node(String name, long number) {
        NodeHead head = new NodeHead(1, number, "0x", Instant.EPOCH, "besu");
        return new NodeHealth(name, NodeHealth.State.FOLLOWS, head, 0, Duration.ZERO);
    }
}
