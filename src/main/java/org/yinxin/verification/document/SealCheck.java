package org.yinxin.verification.document;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yinxin.ledger.ChainAnswer;
import org.yinxin.ledger.SealOnChain;
import org.yinxin.ledger.UseOnChain;
import org.yinxin.verification.Check;
import org.yinxin.verification.CheckCode;

/** Whether the seal was in force when it was used, and whether it is now: two answers. */
final class SealCheck {

    private static final Duration ON_THE_WAY = Duration.ofMinutes(5);
    /** Blocks tell the time in whole seconds, of their validator's clock. */
    private static final Duration BLOCK_CLOCK = Duration.ofMinutes(1);

    private final Books books;

    SealCheck(Books books) {
        this.books = books;
    }

    List<Check> check(Optional<SealFacts> seal, @Nullable UseOnChain use, @Nullable Instant moment) {
        if (seal.isEmpty()) {
            return List.of(
                    Check.failed(CheckCode.SEAL_WHEN_USED, "not-in-register"), Check.skipped(CheckCode.SEAL_NOW));
        }
        SealFacts facts = seal.get();
        return List.of(whenUsed(facts, use, moment), now(facts));
    }

    private static Check whenUsed(SealFacts facts, @Nullable UseOnChain use, @Nullable Instant moment) {
        if (use != null && !use.seal().equals(facts.onChain())) {
            return Check.failed(CheckCode.SEAL_WHEN_USED, "another-seal");
        }
        if (moment == null) {
            return Check.indeterminate(CheckCode.SEAL_WHEN_USED, "time-unknown");
        }
        if (use != null) {
            // The contract takes a use only from an active seal; books that say otherwise are at odds with it, unless
            // a suspension was on its way to the chain while the use was.
            return facts.wasInForceWithin(moment.minus(ON_THE_WAY), moment.plus(BLOCK_CLOCK))
                    ? Check.passed(CheckCode.SEAL_WHEN_USED, moment)
                    : Check.indeterminate(CheckCode.SEAL_WHEN_USED, "books-differ", moment);
        }
        return facts.wasInForceAt(moment)
                ? Check.indeterminate(CheckCode.SEAL_WHEN_USED, "time-claimed", moment)
                : Check.failed(CheckCode.SEAL_WHEN_USED, "not-in-force", moment);
    }

    private Check now(SealFacts facts) {
        if (!facts.inForce()) {
            return Check.failed(CheckCode.SEAL_NOW, facts.state());
        }
        return switch (books.sealOnChain(facts.onChain())) {
            case ChainAnswer.Known<SealOnChain> known ->
                known.value().status() == SealOnChain.Status.ACTIVE
                        ? Check.passed(CheckCode.SEAL_NOW)
                        : Check.indeterminate(CheckCode.SEAL_NOW, "books-differ");
            case ChainAnswer.Absent<SealOnChain> absent -> Check.indeterminate(CheckCode.SEAL_NOW, "books-differ");
            case ChainAnswer.Unreachable<SealOnChain> silent -> Check.indeterminate(CheckCode.SEAL_NOW, "unreachable");
        };
    }
}
