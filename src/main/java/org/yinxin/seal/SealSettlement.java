package org.yinxin.seal;

import java.time.Clock;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.yinxin.ledger.EntryRecorded;
import org.yinxin.ledger.EntryRefused;
import org.yinxin.ledger.LedgerEntry;
import org.yinxin.shared.Digest;

/** Takes in what the chain answers to the steps of seals' lives, in the transaction that stores the answer. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class SealSettlement {

    private final SealRepository seals;
    private final Clock clock;

    SealSettlement(SealRepository seals, Clock clock) {
        this.seals = seals;
        this.clock = clock;
    }

    @EventListener
    void on(EntryRecorded recorded) {
        find(recorded.entry())
                .ifPresent(seal ->
                        seal.recorded(recorded.entryId(), recorded.receipt().blockTime()));
    }

    @EventListener
    void on(EntryRefused refused) {
        find(refused.entry()).ifPresent(seal -> seal.refused(refused.entryId(), refused.reason(), clock.instant()));
    }

    private Optional<Seal> find(LedgerEntry entry) {
        Digest onChainId = switch (entry) {
            case LedgerEntry.SealIssue issue -> issue.seal();
            case LedgerEntry.SealTransition transition -> transition.seal();
            case LedgerEntry.Decision decision -> null;
            case LedgerEntry.Use use -> null;
        };
        return onChainId == null
                ? Optional.empty()
                : seals.idOnChain(onChainId.bytes()).flatMap(seals::lock);
    }
}
