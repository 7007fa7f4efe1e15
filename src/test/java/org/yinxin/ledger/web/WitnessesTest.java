package org.yinxin.ledger.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.yinxin.ledger.NodeAnswer;
import org.yinxin.ledger.NodeAnswer.Stand;

class WitnessesTest {

    @Test
    void severalPartiesThatAgreeAreCounted() {
        Witnesses witnesses = witnesses(false, Stand.AGREES, Stand.AGREES, Stand.AGREES, Stand.AGREES);
        assertThat(witnesses.summary()).isEqualTo("ledger.witnesses.all");
        assertThat(witnesses.agreeing()).isEqualTo(4);
    }

    @Test
    void oneThatLagsOrLiesIsSaid() {
        assertThat(witnesses(false, Stand.AGREES, Stand.DIFFERS, Stand.SILENT).summary())
                .isEqualTo("ledger.witnesses.some");
    }

    @Test
    void anOutageIsNoWordAgainstTheRecord() {
        assertThat(witnesses(false, Stand.SILENT, Stand.SILENT).summary()).isEqualTo("ledger.witnesses.none");
        assertThat(witnesses(true, Stand.SILENT).summary()).isEqualTo("ledger.witnesses.none");
    }

    @Test
    void aRecordThatNobodyConfirmsIsBeingChecked() {
        assertThat(witnesses(false, Stand.DIFFERS, Stand.SILENT).summary()).isEqualTo("ledger.witnesses.differ");
    }

    @Test
    void theEmbeddedChainIsNeverSeveralParties() {
        assertThat(witnesses(true, Stand.AGREES).summary()).isEqualTo("ledger.witnesses.embedded");
    }

    @Test
    void theBandIsGreenOnlyWhereMoreAgreeThanCouldLie() {
        assertThat(witnesses(false, Stand.AGREES, Stand.AGREES, Stand.SILENT, Stand.DIFFERS)
                        .style())
                .isEqualTo("valid");
        assertThat(witnesses(false, Stand.AGREES, Stand.SILENT, Stand.SILENT, Stand.DIFFERS)
                        .style())
                .isEqualTo("unknown");
        assertThat(witnesses(true, Stand.AGREES).style()).isEqualTo("valid");
        assertThat(witnesses(false, Stand.DIFFERS, Stand.SILENT).style()).isEqualTo("unknown");
        assertThat(witnesses(true, Stand.SILENT).title()).isEqualTo("ledger.receipt.unconfirmed");
    }

    private static Witnesses witnesses(boolean embedded, Stand... stands) {
        return new Witnesses(
                Arrays.stream(stands)
                        .map(stand -> new NodeAnswer("node", stand))
                        .toList(),
                embedded);
    }
}
