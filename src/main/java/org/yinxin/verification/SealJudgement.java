package org.yinxin.verification;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yinxin.ledger.ChainAnswer;
import org.yinxin.ledger.Quorum;
import org.yinxin.ledger.SealOnChain;
import org.yinxin.seal.SealStatus;
import org.yinxin.seal.SealView;

/**
 * Weighs our books against the authorities' record: pure, so that every case can be written down in a table.
 *
 * @param differences what parts them; empty too when they could not be compared
 * @param underWay whether the last step is still on its way to the chain
 */
record SealJudgement(SealAnswer answer, Set<Difference> differences, boolean underWay) {

    /**
     * @param underWay whether the ledger really holds an entry of this seal that the chain has not taken yet
     * @param refusedAtIssue whether the chain never took the seal, and the books say so
     */
    static SealJudgement of(
            SealRecord books, ChainAnswer<SealOnChain> answer, boolean underWay, boolean refusedAtIssue, Instant now) {
        if (answer instanceof ChainAnswer.Unreachable || !Quorum.reached(answer.nodes())) {
            return new SealJudgement(SealAnswer.COULD_NOT_BE_CHECKED, Set.of(), false);
        }
        SealView row = books.row();
        SealOnChain chain = answer instanceof ChainAnswer.Known<SealOnChain> known ? known.value() : null;
        Set<Difference> differences = differences(books, chain, refusedAtIssue);
        if (differences.isEmpty()) {
            return new SealJudgement(standing(row, now), Set.of(), false);
        }
        if (underWay && mayBeUnderWay(differences)) {
            return new SealJudgement(whileUnderWay(row, now), Set.of(), true);
        }
        return new SealJudgement(SealAnswer.RECORD_DOES_NOT_MATCH, differences, false);
    }

    /** @param found whether the comparison of database and chain found something about the seal that still holds */
    SealJudgement weighed(boolean found) {
        boolean said = answer == SealAnswer.COULD_NOT_BE_CHECKED || answer == SealAnswer.RECORD_DOES_NOT_MATCH;
        return found && !said
                ? new SealJudgement(SealAnswer.RECORD_DOES_NOT_MATCH, Set.of(Difference.RECORD), false)
                : this;
    }

    private static Set<Difference> differences(SealRecord books, @Nullable SealOnChain chain, boolean refusedAtIssue) {
        if (chain == null) {
            return refusedAtIssue && books.row().status() == SealStatus.REVOKED ? Set.of() : Set.of(Difference.MISSING);
        }
        return SealComparison.differences(books, chain);
    }

    /** Only the status moves during a seal's life; anything else that differs was never on its way. */
    private static boolean mayBeUnderWay(Set<Difference> differences) {
        return differences.equals(Set.of(Difference.STATUS)) || differences.equals(Set.of(Difference.MISSING));
    }

    /** What stops a seal counts at once; what lets it be used counts when the chain has it. */
    private static SealAnswer whileUnderWay(SealView row, Instant now) {
        SealAnswer standing = standing(row, now);
        return standing == SealAnswer.SUSPENDED || standing == SealAnswer.REVOKED || standing == SealAnswer.EXPIRED
                ? standing
                : SealAnswer.BEING_RECORDED;
    }

    private static SealAnswer standing(SealView row, Instant now) {
        return switch (row.status()) {
            case ISSUED -> SealAnswer.NOT_IN_USE_YET;
            case ACTIVE -> now.isBefore(row.validFrom()) ? SealAnswer.NOT_VALID_YET : SealAnswer.IN_FORCE;
            case SUSPENDED -> SealAnswer.SUSPENDED;
            case REVOKED -> SealAnswer.REVOKED;
            case EXPIRED -> SealAnswer.EXPIRED;
            case REPLACED -> SealAnswer.REPLACED;
        };
    }
}
