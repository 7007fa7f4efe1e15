package org.yinxin.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.yinxin.ledger.ChainAnswer;
import org.yinxin.ledger.NodeAnswer;
import org.yinxin.ledger.Party;
import org.yinxin.ledger.WordsOnChain;
import org.yinxin.ledger.authority.MarkKind;
import org.yinxin.sealing.MarkView;

class UseStandingTest {

    private static final Instant AT = Instant.parse("2026-11-20T08:00:00Z");
    private static final List<NodeAnswer> HEARD = List.of(new NodeAnswer("The node", NodeAnswer.Stand.AGREES));
    private static final ChainAnswer<WordsOnChain> NOTHING = new ChainAnswer.Absent<>(HEARD);
    private static final ChainAnswer<WordsOnChain> SILENCE = new ChainAnswer.Unreachable<>("silence", List.of());

    private static ChainAnswer<WordsOnChain> said(boolean declaredVoid, int disputes) {
        return new ChainAnswer.Known<>(new WordsOnChain(declaredVoid, disputes, AT), HEARD);
    }

    private static MarkView row(MarkKind kind, MarkView.Status status) {
        return new MarkView(
                UUID.randomUUID(),
                kind,
                Party.COURT,
                "why",
                status,
                null,
                null,
                AT.minusSeconds(9),
                AT.minusSeconds(5));
    }

    private static MarkView recorded(MarkKind kind) {
        return row(kind, MarkView.Status.RECORDED);
    }

    @Test
    void theContractsWordCountsAndItsTime() {
        UseStanding standing =
                UseStanding.of(List.of(recorded(MarkKind.DISPUTE), recorded(MarkKind.VOID)), said(true, 1));
        assertThat(standing).isEqualTo(new UseStanding(MarkKind.VOID, AT, true));
        assertThat(UseStanding.of(List.of(recorded(MarkKind.DISPUTE)), said(false, 1)))
                .isEqualTo(new UseStanding(MarkKind.DISPUTE, AT, true));
        assertThat(UseStanding.of(List.of(), NOTHING)).isEqualTo(new UseStanding(null, null, true));
    }

    @Test
    void whatOurBooksHideOrInventDoesNotMatch() {
        assertThat(UseStanding.of(List.of(), said(true, 0))).isEqualTo(new UseStanding(MarkKind.VOID, AT, false));
        assertThat(UseStanding.of(List.of(recorded(MarkKind.DISPUTE)), said(false, 2))
                        .matches())
                .isFalse();
        assertThat(UseStanding.of(List.of(recorded(MarkKind.VOID)), NOTHING))
                .as("invented by our books")
                .isEqualTo(new UseStanding(null, null, false));
        assertThat(UseStanding.of(List.of(recorded(MarkKind.VOID)), said(false, 1))
                        .matches())
                .isFalse();
    }

    @Test
    void whatIsOnItsWayMayHaveArrivedOrNot() {
        List<MarkView> sent = List.of(row(MarkKind.DISPUTE, MarkView.Status.SENT));
        assertThat(UseStanding.of(sent, said(false, 1)).matches()).isTrue();
        assertThat(UseStanding.of(sent, NOTHING)).isEqualTo(new UseStanding(null, null, true));
        assertThat(UseStanding.of(List.of(row(MarkKind.VOID, MarkView.Status.REFUSED)), NOTHING)
                        .said())
                .isNull();
    }

    @Test
    void anOutageLeavesOurBooksWord() {
        assertThat(UseStanding.of(List.of(recorded(MarkKind.DISPUTE), recorded(MarkKind.VOID)), SILENCE))
                .isEqualTo(new UseStanding(MarkKind.VOID, AT.minusSeconds(5), true));
        assertThat(UseStanding.of(List.of(), SILENCE).said()).isNull();
    }
}
