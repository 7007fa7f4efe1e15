package org.yinxin.sealing;

import java.time.Clock;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.yinxin.ledger.EntryRecorded;
import org.yinxin.ledger.EntryRefused;
import org.yinxin.ledger.LedgerEntry;

/** Moves a use on when the chain has answered, in the transaction that stores the answer. */
@Component
class UseSettlement {

    private final UseRows uses;
    private final DraftRows drafts;
    private final Files files;
    private final ExtensionRows extensions;
    private final Clock clock;

    UseSettlement(UseRows uses, DraftRows drafts, Files files, ExtensionRows extensions, Clock clock) {
        this.uses = uses;
        this.drafts = drafts;
        this.files = files;
        this.extensions = extensions;
        this.clock = clock;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void recorded(EntryRecorded event) {
        if (event.entry() instanceof LedgerEntry.Use) {
            uses.findByEntryId(event.entryId()).ifPresent(use -> {
                use.record(event.receipt().useNumber().orElseThrow(), clock.instant());
                drafts.findByUseId(use.id()).ifPresent(drafts::delete);
            });
        }
    }

    /** A use that the chain refuses leaves no stamped file behind, and the draft is free to be signed again. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void refused(EntryRefused event) {
        if (event.entry() instanceof LedgerEntry.Use) {
            uses.findByEntryId(event.entryId()).ifPresent(use -> {
                use.refuse(event.reason(), clock.instant());
                files.deleteSealed(use.id());
                extensions.forget(use.id());
                drafts.findByUseId(use.id()).ifPresent(draft -> draft.letGo(clock.instant()));
            });
        }
    }
}
