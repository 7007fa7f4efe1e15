package org.yinxin.seal;

import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.yinxin.application.KeyReplacementApproved;
import org.yinxin.ledger.KeyReplacementCommitment;
import org.yinxin.ledger.Ledger;
import org.yinxin.ledger.LedgerEntry.KeyReplacement;
import org.yinxin.shared.Digest;

/** Puts another key in the place of a lost one, in the very transaction in which the last bureau approves. */
@Component
class KeyReplacing {

    private final SealRepository seals;
    private final SealRoots roots;
    private final Ledger ledger;
    private final ApplicationEventPublisher events;

    KeyReplacing(SealRepository seals, SealRoots roots, Ledger ledger, ApplicationEventPublisher events) {
        this.seals = seals;
        this.roots = roots;
        this.ledger = ledger;
        this.events = events;
    }

    /** @throws SealOvertakenException when the version that the bureaus looked at is not in force any more */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(KeyReplacementApproved approved) {
        Seal seal = seals.idOnChain(approved.seal().bytes())
                .flatMap(seals::lock)
                .filter(found -> found.statusAt(approved.at()).inForce())
                .filter(found -> roots.onItsWay(found.number()).isEmpty())
                .orElseThrow(() -> new SealOvertakenException(approved.number()));
        UUID entryId = UUID.randomUUID();
        Digest mandate = Digest.random();
        seal.follow(SealStep.REPLACE_KEY, SealMove.approved(entryId), approved.at());
        roots.plant(new SealRoot(
                mandate,
                seal.number(),
                approved.key(),
                approved.applicantId(),
                approved.applicationId(),
                entryId,
                SealRoot.State.PENDING,
                approved.at()));
        ledger.record(new KeyReplacement(
                entryId,
                approved.applicationId(),
                new KeyReplacementCommitment(
                        approved.onChainId(),
                        seal.onChainId(),
                        approved.contentDigest(),
                        approved.key().key()),
                mandate));
        events.publishEvent(new SealRooted(
                seal.id(),
                seal.number(),
                seal.onChainId(),
                mandate,
                approved.key().key(),
                approved.key().keyId(),
                approved.applicantId()));
    }
}
