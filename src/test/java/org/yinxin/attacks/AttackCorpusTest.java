package org.yinxin.attacks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every attack is refused, and for the reason that it deserves. */
class AttackCorpusTest {

    private static final List<Attack> ON_OFD = OfdAttacks.all();
    private static final OfdJudge OFD = new OfdJudge(OfdAttacks.HOLDER.root(), Set.of());

    private static final List<Attack> ON_PDF = PdfAttacks.all();
    private static final PdfJudge PDF = new PdfJudge(PdfAttacks.AUTHORITY.issuing());

    static Stream<Attack> onPdf() {
        return ON_PDF.stream();
    }

    static Stream<Attack> onOfd() {
        return ON_OFD.stream();
    }

    @ParameterizedTest
    @MethodSource
    void onOfd(Attack attack) {
        assertThat(OFD.judge(attack.file())).isEqualTo(attack.reason());
    }

    @ParameterizedTest
    @MethodSource
    void onPdf(Attack attack) {
        assertThat(PDF.judge(attack.file())).isEqualTo(attack.reason());
    }

    @Test
    void thereAreEnoughOfThemAndNoneTwice() {
        List<Attack> all = Stream.concat(onOfd(), onPdf()).toList();

        assertThat(all).hasSizeGreaterThan(100);
        assertThat(all).extracting(Attack::name).doesNotHaveDuplicates();
        assertThat(all.stream().map(attack -> Arrays.hashCode(attack.file()))).doesNotHaveDuplicates();
    }

    /** Without this every test above could pass for a judge who refuses everything. */
    @Test
    void whatWasNotAttackedIsValid() {
        assertThat(OFD.judge(OfdAttacks.genuine())).isEqualTo(OfdJudge.VALID);
        assertThat(OFD.judge(OfdAttacks.genuineTwice())).isEqualTo(OfdJudge.VALID);
        assertThat(PDF.judge(PdfAttacks.genuine())).isEqualTo(PdfJudge.VALID);
        assertThat(PDF.judge(PdfAttacks.genuineTwice())).isEqualTo(PdfJudge.VALID);
        assertThat(PDF.judge(PdfAttacks.genuineBoth())).isEqualTo(PdfJudge.VALID);
    }
}
