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
    private final Files files;
    private final ExtensionRows extensions;
    private final Clock clock;

    UseSettlement(UseRows uses, Files files, ExtensionRows extensions, Clock clock) {
        this.uses = uses;
        this.files = files;
        this.extensions = extensions;
        this.clock = clock;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void recorded(EntryRecorded event) {
        if (event.entry() instanceof LedgerEntry.Use) {
            uses.findByEntryId(event.entryId())
                    .ifPresent(use -> use.record(event.receipt().useNumber().orElseThrow(), clock.instant()));
        }
    }

    /** A use that the chain refuses leaves no stamped file behind. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void refused(EntryRefused event) {
        if (event.entry() instanceof LedgerEntry.Use) {
            uses.findByEntryId(event.entryId()).ifPresent(use -> {
                use.refuse(event.reason(), clock.instant());
                files.deleteSealed(use.id());
                extensions.forget(use.id());
            });
        }
    }
}
