package org.yinxin.seal;

import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.yinxin.application.ApplicationApproved;
import org.yinxin.ledger.Ledger;
import org.yinxin.ledger.LedgerEntry.SealIssue;
import org.yinxin.shared.Digest;

/** Issues the seal in the very transaction in which the last bureau approves: both happen, or neither does. */
@Component
class SealIssuing {

    private final SealRepository seals;
    private final SealNumbers numbers;
    private final SealMaker maker;
    private final SealArtefacts artefacts;
    private final SealExpiry expiry;
    private final SealRoots roots;
    private final Ledger ledger;
    private final ApplicationEventPublisher events;

    SealIssuing(
            SealRepository seals,
            SealNumbers numbers,
            SealMaker maker,
            SealArtefacts artefacts,
            SealExpiry expiry,
            SealRoots roots,
            Ledger ledger,
            ApplicationEventPublisher events) {
        this.seals = seals;
        this.numbers = numbers;
        this.maker = maker;
        this.artefacts = artefacts;
        this.expiry = expiry;
        this.roots = roots;
        this.ledger = ledger;
        this.events = events;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(ApplicationApproved approved) {
        issue(SealIssueOrder.of(approved));
    }

    /** @throws SealInForceException when another seal stands in the way */
    Seal issue(SealIssueOrder order) {
        expiry.expireOverdue(order.uscc());
        MadeSeal made = maker.make(order, numbers.next(order.physicalSeal()));
        UUID entryId = UUID.randomUUID();
        Seal seal = keep(order, new Seal(order, made, entryId));
        artefacts.keep(seal.id(), made);
        Digest mandate = Digest.random();
        roots.plant(new SealRoot(
                mandate,
                seal.number(),
                order.key(),
                order.applicantId(),
                order.applicationId(),
                entryId,
                SealRoot.State.PENDING,
                order.at()));
        ledger.record(new SealIssue(
                entryId,
                seal.thread(),
                seal.onChainId(),
                seal.version(),
                order.commitment().application(),
                order.commitment(),
                made.digest(),
                made.validFrom(),
                made.validTo(),
                mandate));
        events.publishEvent(new SealRooted(
                seal.id(),
                seal.number(),
                seal.onChainId(),
                mandate,
                order.key().key(),
                order.key().keyId(),
                order.applicantId()));
        return seal;
    }

    private Seal keep(SealIssueOrder order, Seal seal) {
        try {
            return seals.saveAndFlush(seal);
        } catch (DataIntegrityViolationException e) {
            if (standsInTheWay(e)) {
                throw new SealInForceException(order.uscc(), order.physicalSeal(), e);
            }
            throw e;
        }
    }

    private static boolean standsInTheWay(DataIntegrityViolationException e) {
        String message = String.valueOf(e.getMostSpecificCause().getMessage());
        return message.contains("one_statutory_name_seal_per_enterprise")
                || message.contains("one_seal_per_physical_seal");
    }
}
