package org.yinxin.ledger;

import java.util.List;

/** How many parties must say the same before their answer counts (ADR 0070). */
public final class Quorum {

    private Quorum() {}

    /** More than could lie at once: of n parties fewer than a third, so that at least one honest one is among them. */
    public static boolean reached(List<NodeAnswer> parties) {
        long agreeing = parties.stream()
                .filter(party -> party.stand() == NodeAnswer.Stand.AGREES)
                .count();
        return agreeing >= of(parties.size());
    }

    /** The fewest of so many parties that hold an honest one among them, while fewer than a third lie. */
    static int of(int parties) {
        return (parties - 1) / 3 + 1;
    }
}
