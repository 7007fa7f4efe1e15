package org.yinxin.verification;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yinxin.ledger.NodeAnswer;
import org.yinxin.ledger.SealOnChain;
import org.yinxin.seal.SealView;

/**
 * Everything that anyone may know of a seal, and how good it is right now.
 *
 * @param chain what most of the authorities' nodes hold; absent when they hold nothing or do not answer
 * @param parties how each node stands to that answer
 * @param oneParty whether the chain is the embedded one, which a single party keeps
 * @param differences where our books and the chain part; empty when they agree or could not be compared
 * @param at when it was asked
 */
public record SealReport(
        SealView seal,
        SealAnswer answer,
        List<Check> checks,
        @Nullable SealOnChain chain,
        List<NodeAnswer> parties,
        boolean oneParty,
        Set<Difference> differences,
        List<HistoryItem> history,
        Instant at) {

    public Verdict verdict() {
        return answer.verdict();
    }

    public long agreeing() {
        return parties.stream()
                .filter(party -> party.stand() == NodeAnswer.Stand.AGREES)
                .count();
    }
}
