package org.yinxin.verification;

import java.util.List;
import org.yinxin.ledger.NodeAnswer;

/** How many parties must say the same before their answer counts (ADR 0070). */
final class Quorum {

    private Quorum() {}

    /** More than could lie at once: of n parties fewer than a third, so that at least one honest one is among them. */
    static boolean reached(List<NodeAnswer> parties) {
        long agreeing = parties.stream()
                .filter(party -> party.stand() == NodeAnswer.Stand.AGREES)
                .count();
        return agreeing > (parties.size() - 1) / 3;
    }
}
