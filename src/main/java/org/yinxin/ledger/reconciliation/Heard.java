package org.yinxin.ledger.reconciliation;

import org.yinxin.ledger.ChainAnswer;
import org.yinxin.ledger.Quorum;

/** Answers that enough nodes agree on; anything else stops the comparison rather than being taken for a finding. */
public final class Heard {

    private Heard() {}

    /** @throws NotComparedException when too few say the same */
    public static <T> ChainAnswer<T> of(ChainAnswer<T> answer) {
        if (answer instanceof ChainAnswer.Unreachable<T> unreachable) {
            throw new NotComparedException(unreachable.reason());
        }
        if (!Quorum.reached(answer.nodes())) {
            throw new NotComparedException("Too few of the parties' nodes say the same");
        }
        return answer;
    }
}
