package org.yinxin.verification;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yinxin.ledger.ChainAnswer;
import org.yinxin.ledger.Quorum;
import org.yinxin.ledger.WordsOnChain;
import org.yinxin.ledger.authority.MarkKind;
import org.yinxin.sealing.MarkView;

/**
 * What was said of a use later. The contract's word counts; our books' only while too few nodes answer.
 *
 * @param said void before disputed; absent when nothing was said
 * @param at when it was said
 * @param matches whether our books tell the same
 */
public record UseStanding(@Nullable MarkKind said, @Nullable Instant at, boolean matches) {

    static UseStanding of(List<MarkView> rows, ChainAnswer<WordsOnChain> answer) {
        if (answer instanceof ChainAnswer.Unreachable || !Quorum.reached(answer.nodes())) {
            return ofRows(rows);
        }
        return answer instanceof ChainAnswer.Known<WordsOnChain> known
                ? new UseStanding(
                        known.value().declaredVoid() ? MarkKind.VOID : MarkKind.DISPUTE,
                        known.value().lastAt(),
                        fits(rows, MarkKind.VOID, known.value().declaredVoid() ? 1 : 0)
                                && fits(rows, MarkKind.DISPUTE, known.value().disputes()))
                : new UseStanding(null, null, fits(rows, MarkKind.VOID, 0) && fits(rows, MarkKind.DISPUTE, 0));
    }

    private static UseStanding ofRows(List<MarkView> rows) {
        List<MarkView> said = rows.stream().filter(MarkView::holds).toList();
        return said.stream()
                .filter(mark -> mark.mark() == MarkKind.VOID)
                .findFirst()
                .or(() -> said.stream().reduce((before, later) -> later))
                .map(mark -> new UseStanding(mark.mark(), mark.settledAt(), true))
                .orElseGet(() -> new UseStanding(null, null, true));
    }

    /** What is still on its way may have arrived a moment ago. */
    private static boolean fits(List<MarkView> rows, MarkKind kind, int onChain) {
        long recorded = count(rows, kind, MarkView.Status.RECORDED);
        return recorded <= onChain && onChain <= recorded + count(rows, kind, MarkView.Status.SENT);
    }

    private static long count(List<MarkView> rows, MarkKind kind, MarkView.Status status) {
        return rows.stream()
                .filter(mark -> mark.mark() == kind && mark.status() == status)
                .count();
    }

    public boolean declaredVoid() {
        return said == MarkKind.VOID;
    }

    public boolean disputed() {
        return said == MarkKind.DISPUTE;
    }
}
