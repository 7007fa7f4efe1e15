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
import org.yinxin.pki.CertificateAuthority;
import org.yinxin.pki.RevocationReason;
import org.yinxin.shared.Digest;

/** Takes in what the chain answers to the steps of seals' lives, in the transaction that stores the answer. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class SealSettlement {

    private final SealRepository seals;
    private final SealLife life;
    private final SealRoots roots;
    private final CertificateAuthority authority;
    private final Clock clock;

    SealSettlement(SealRepository seals, SealLife life, SealRoots roots, CertificateAuthority authority, Clock clock) {
        this.seals = seals;
        this.life = life;
        this.roots = roots;
        this.authority = authority;
        this.clock = clock;
    }

    @EventListener
    void on(EntryRecorded recorded) {
        if (plantsRoot(recorded.entry())) {
            roots.recorded(recorded.entryId());
        }
        find(recorded.entry())
                .ifPresent(seal ->
                        seal.recorded(recorded.entryId(), recorded.receipt().blockTime()));
        replaced(recorded.entry()).ifPresent(this::endCertificates);
    }

    @EventListener
    void on(EntryRefused refused) {
        if (plantsRoot(refused.entry())) {
            roots.refused(refused.entryId());
        }
        Optional<Seal> answered = find(refused.entry());
        Optional<SealEvent> stop = answered.flatMap(Seal::stop);
        answered.ifPresent(seal -> seal.refused(refused.entryId(), refused.reason(), clock.instant()));
        replaced(refused.entry()).ifPresent(seal -> {
            // The newer version must leave its place before the older one takes it again.
            seals.flush();
            seal.restore(refused.reason(), clock.instant());
            stop.filter(word -> seal.statusAt(clock.instant()).inForce())
                    .ifPresent(word -> life.stopAgain(seal.number(), word));
        });
    }

    /** What was signed with them stays good: revocation counts from now. */
    private void endCertificates(Seal replaced) {
        authority.revoke(replaced.sm2CertificateId(), RevocationReason.SUPERSEDED, clock.instant());
        authority.revoke(replaced.p256CertificateId(), RevocationReason.SUPERSEDED, clock.instant());
    }

    private Optional<Seal> replaced(LedgerEntry entry) {
        return entry instanceof LedgerEntry.SealRenewal renewal
                ? seals.idOnChain(renewal.before().bytes()).flatMap(seals::lock)
                : Optional.empty();
    }

    private static boolean plantsRoot(LedgerEntry entry) {
        return entry instanceof LedgerEntry.SealIssue || entry instanceof LedgerEntry.KeyReplacement;
    }

    private Optional<Seal> find(LedgerEntry entry) {
        Digest onChainId = switch (entry) {
            case LedgerEntry.SealIssue issue -> issue.seal();
            case LedgerEntry.SealActivation activation -> activation.seal();
            case LedgerEntry.SealTransition transition -> transition.seal();
            case LedgerEntry.Decision decision -> null;
            case LedgerEntry.SealRenewal renewal -> renewal.seal();
            case LedgerEntry.KeyReplacement replacement -> replacement.parts().seal();
            case LedgerEntry.MandateGiven given -> null;
            case LedgerEntry.MandateWithdrawn withdrawn -> null;
            case LedgerEntry.Use use -> null;
            case LedgerEntry.UseMark mark -> null;
        };
        return onChainId == null
                ? Optional.empty()
                : seals.idOnChain(onChainId.bytes()).flatMap(seals::lock);
    }
}
