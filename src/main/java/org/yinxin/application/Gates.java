package org.yinxin.application;

import java.util.Collection;
import java.util.Comparator;
import org.yinxin.shared.Bureau;
import org.yinxin.shared.Digest;

/** Works out, from what was decided, where each bureau's gate stands for the content now submitted. */
public final class Gates {

    private Gates() {}

    /**
     * The gate's state for the given round: this round's decision counts; without one, an earlier approval of the very
     * same content still holds; the data administration waits for the two others.
     */
    public static GateState state(Bureau bureau, int round, Digest content, Collection<DecisionView> decisions) {
        return decisions.stream()
                .filter(decision -> decision.bureau() == bureau)
                .filter(decision -> decision.round() == round
                        || (decision.outcome() == Outcome.APPROVED
                                && decision.contentDigest().equals(content)))
                .max(Comparator.comparingInt(DecisionView::round))
                .map(decision -> GateState.of(decision.outcome()))
                .orElseGet(() -> bureau != Bureau.DATA_ADMINISTRATION || registersApprove(round, content, decisions)
                        ? GateState.OPEN
                        : GateState.WAITING);
    }

    /** Whether both market supervision and public security approve this content. */
    static boolean registersApprove(int round, Digest content, Collection<DecisionView> decisions) {
        return state(Bureau.MARKET_SUPERVISION, round, content, decisions) == GateState.APPROVED
                && state(Bureau.PUBLIC_SECURITY, round, content, decisions) == GateState.APPROVED;
    }
}
