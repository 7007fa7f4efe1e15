package org.yinxin.sealing.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yinxin.sealing.plan.SeamSeal.Edge;
import org.yinxin.sealing.plan.SeamSeal.Parity;

class StampPlanTest {

    private static final PageSize A4 = new PageSize(210, 297);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1,300,2200",
                "1,300,2200+3,0,15",
                "seam:1-4,R,all,1200",
                "2,0,0+seam:2-9,L,mirrored,0",
                "seam:1-30,L,even,7"
            })
    void aPlanIsReadAsItWasWritten(String text) {
        assertThat(StampPlan.parse(text)).get().extracting(StampPlan::text).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "+",
                "0,1,1",
                "1,-1,1",
                "1,1",
                "1,300,2200+",
                "seam:4-1,R,all,0",
                "seam:0-1,R,all,0",
                "seam:1-4,X,all,0",
                "seam:1-4,R,ALL,0",
                "seam:1-4,R,all,0+1,1,1",
                "seam:1-4,R,all,0+seam:1-4,L,all,0"
            })
    void anythingElseIsNoPlan(String text) {
        assertThat(StampPlan.parse(text)).isEmpty();
    }

    @Test
    void aPlanPutsAtLeastOneImprintAndNotEndlesslyMany() {
        assertThatThrownBy(() -> new StampPlan(List.of(), null)).isInstanceOf(IllegalArgumentException.class);
        List<Placement> many = Collections.nCopies(StampPlan.MOST_PLACEMENTS + 1, new Placement(1, 0, 0));
        assertThatThrownBy(() -> new StampPlan(many, null)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theStripsOfASeamSealMakeOneImprint() {
        SeamSeal seam = new SeamSeal(new PageSpan(2, 5), Edge.RIGHT, Parity.ALL, 1000);
        assertThat(seam.slices())
                .containsExactly(
                        new SeamSlice(2, Edge.RIGHT, 0, 0.25),
                        new SeamSlice(3, Edge.RIGHT, 0.25, 0.5),
                        new SeamSlice(4, Edge.RIGHT, 0.5, 0.75),
                        new SeamSlice(5, Edge.RIGHT, 0.75, 1));
        assertThat(seam.slices().getFirst().imprintLeftMm(40, A4)).isEqualTo(200);
        assertThat(seam.slices().getLast().imprintLeftMm(40, A4)).isEqualTo(170);
    }

    @Test
    void mirroredSheetsCarryAWholeImprintOnEitherSide() {
        SeamSeal seam = new SeamSeal(new PageSpan(1, 4), Edge.RIGHT, Parity.MIRRORED, 1000);
        assertThat(seam.slices())
                .containsExactly(
                        new SeamSlice(1, Edge.RIGHT, 0, 0.5),
                        new SeamSlice(2, Edge.LEFT, 0, 0.5),
                        new SeamSlice(3, Edge.RIGHT, 0.5, 1),
                        new SeamSlice(4, Edge.LEFT, 0.5, 1));
        assertThat(new SeamSeal(new PageSpan(1, 6), Edge.LEFT, Parity.EVEN, 0).slices())
                .extracting(SeamSlice::page, SeamSlice::edge)
                .containsExactly(tuple(2, Edge.LEFT), tuple(4, Edge.LEFT), tuple(6, Edge.LEFT));
    }

    @Test
    void manyPagesShareSeveralImprints() {
        List<SeamSlice> slices = new SeamSeal(new PageSpan(1, 100), Edge.RIGHT, Parity.ALL, 0).slices();
        assertThat(slices)
                .hasSize(100)
                .allSatisfy(slice ->
                        assertThat(slice.to() - slice.from()).isGreaterThanOrEqualTo(1.0 / SeamSeal.MOST_STRIPS));
        assertThat(slices).filteredOn(slice -> slice.from() == 0).hasSize(3);
        assertThat(slices).filteredOn(slice -> slice.to() == 1).hasSize(3);
    }

    @Test
    void aSeamSealJoinsPagesThatThereAre() {
        List<PageSize> three = List.of(A4, A4, A4);
        assertThat(new SeamSeal(new PageSpan(1, 3), Edge.RIGHT, Parity.ALL, 2570).fits(three, 40))
                .isTrue();
        assertThat(new SeamSeal(new PageSpan(1, 3), Edge.RIGHT, Parity.ALL, 2580).fits(three, 40))
                .isFalse();
        assertThat(new SeamSeal(new PageSpan(1, 4), Edge.RIGHT, Parity.ALL, 0).fits(three, 40))
                .isFalse();
        assertThat(new SeamSeal(new PageSpan(2, 2), Edge.RIGHT, Parity.ALL, 0).fits(three, 40))
                .isFalse();
        assertThat(new SeamSeal(new PageSpan(1, 3), Edge.RIGHT, Parity.EVEN, 0).fits(three, 40))
                .isFalse();
        assertThat(new SeamSeal(new PageSpan(1, 3), Edge.RIGHT, Parity.MIRRORED, 0).fits(three, 40))
                .isFalse();
    }

    @Test
    void anImprintComesToStandOnTheWord() {
        List<TextHit> hits = List.of(new TextHit(1, 100, 150, 20, 4), new TextHit(2, 205, 2, 4, 4));
        List<PageSize> pages = List.of(A4, A4);
        assertThat(new Keyword("甲方", OptionalInt.of(1)).placements(hits, pages, 40, 40))
                .containsExactly(new Placement(1, 900, 1320));
        assertThat(new Keyword("甲方", OptionalInt.empty()).placements(hits, pages, 40, 40))
                .containsExactly(new Placement(1, 900, 1320), new Placement(2, 1700, 0));
        assertThat(new Keyword("甲方", OptionalInt.of(3)).placements(hits, pages, 40, 40))
                .isEmpty();
    }
}
