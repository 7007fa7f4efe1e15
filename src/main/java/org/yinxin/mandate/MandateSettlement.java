package org.yinxin.mandate;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.yinxin.ledger.EntryRecorded;
import org.yinxin.ledger.EntryRefused;
import org.yinxin.ledger.LedgerEntry;
import org.yinxin.shared.Digest;

/** Takes in what the chain answers about mandates, in the transaction that stores the answer. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class MandateSettlement {

    private final MandateRows rows;
    private final MandateAccess access;
    private final RecordedUses uses;
    private final MandateNews news;
    private final Clock clock;

    MandateSettlement(MandateRows rows, MandateAccess access, RecordedUses uses, MandateNews news, Clock clock) {
        this.rows = rows;
        this.access = access;
        this.uses = uses;
        this.news = news;
        this.clock = clock;
    }

    @EventListener
    void on(EntryRecorded recorded) {
        UUID entry = recorded.entryId();
        switch (recorded.entry()) {
            case LedgerEntry.SealIssue issue -> root(issue.root(), entry);
            case LedgerEntry.KeyReplacement replacement -> root(replacement.root(), entry);
            case LedgerEntry.MandateGiven given ->
                answer(given.terms().mandate(), MandateStep.RECORD, MandateMove.onChain(null, entry));
            case LedgerEntry.MandateWithdrawn withdrawn ->
                answer(withdrawn.mandate(), MandateStep.RECORD_WITHDRAWAL, MandateMove.onChain(null, entry));
            case LedgerEntry.Use use ->
                uses.add(entry, use.authority().mandate(), recorded.receipt().blockTime());
            default -> {}
        }
    }

    @EventListener
    void on(EntryRefused refused) {
        String reason = refused.reason();
        switch (refused.entry()) {
            case LedgerEntry.SealIssue issue -> refuse(issue.root(), reason);
            case LedgerEntry.KeyReplacement replacement -> refuse(replacement.root(), reason);
            case LedgerEntry.MandateGiven given -> refuse(given.terms().mandate(), reason);
            case LedgerEntry.MandateWithdrawn withdrawn ->
                answer(withdrawn.mandate(), MandateStep.REFUSE_WITHDRAWAL, MandateMove.platform(reason));
            default -> {}
        }
    }

    /** A root that takes the place of another one fells it, with everything that grew from it. */
    private void root(Digest onChain, UUID entry) {
        change(onChain, (tree, root) -> {
            tree.inOrder().stream()
                    .filter(each ->
                            !each.id().equals(root.id()) && !tree.line(each).contains(root))
                    .forEach(each -> {
                        if (each.fall(clock.instant())) {
                            news.tell(each, MandateStep.FALL);
                        }
                    });
            rows.flush();
            root.answer(MandateStep.RECORD, MandateMove.onChain(null, entry), clock.instant());
        });
    }

    private void refuse(Digest onChain, String reason) {
        answer(onChain, MandateStep.REFUSE, MandateMove.platform(reason));
    }

    private void answer(Digest onChain, MandateStep step, MandateMove move) {
        change(onChain, (tree, mandate) -> {
            if (mandate.answer(step, move, clock.instant())) {
                news.tell(mandate, step);
            }
        });
    }

    private void change(Digest onChain, BiConsumer<MandateTree, Mandate> what) {
        Optional<UUID> id = rows.idOnChain(onChain.bytes());
        if (id.isPresent()) {
            MandateTree tree = access.lockedTree(id.get());
            what.accept(tree, MandateAccess.in(tree, id.get()));
        }
    }
}
