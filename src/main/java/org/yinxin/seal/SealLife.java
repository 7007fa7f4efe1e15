package org.yinxin.seal;

import java.time.Clock;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yinxin.ledger.Ledger;
import org.yinxin.ledger.LedgerEntry.Action;
import org.yinxin.ledger.LedgerEntry.SealTransition;
import org.yinxin.ledger.Party;
import org.yinxin.pki.CertificateAuthority;
import org.yinxin.shared.Bureau;
import org.yinxin.shared.Commitment;
import org.yinxin.shared.SealNumber;
import org.yinxin.site.NotFoundException;

/** Moves seals on in their life; each step is an entry on the ledger. */
@Service
@Transactional
public class SealLife {

    /** The conditions that owners accept when they take a seal into use; new wording gets a new name. */
    public static final String CONDITIONS = "seal-conditions-2026-1";

    private final SealRepository seals;
    private final CertificateAuthority authority;
    private final Ledger ledger;
    private final Clock clock;

    SealLife(SealRepository seals, CertificateAuthority authority, Ledger ledger, Clock clock) {
        this.seals = seals;
        this.authority = authority;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** Stops the seal at once, for any bureau. */
    public void suspend(Bureau bureau, UUID officerId, SealNumber number, String reason) {
        move(
                lock(number),
                SealStep.SUSPEND,
                SealMove.officer(bureau, officerId, reason),
                Party.of(bureau),
                Action.SUSPEND);
    }

    /** Lifts a suspension, for the bureau that made it. */
    public void resume(Bureau bureau, UUID officerId, SealNumber number, String reason) {
        Seal seal = lock(number);
        if (seal.statusAt(clock.instant()) == SealStatus.SUSPENDED && seal.suspendedBy() != bureau) {
            throw new SuspendedByAnotherBureauException(number, seal.suspendedBy());
        }
        move(seal, SealStep.RESUME, SealMove.officer(bureau, officerId, reason), Party.of(bureau), Action.RESUME);
    }

    /** Ends the seal for good, and on the same ground its certificates with it. */
    public void revoke(Bureau bureau, UUID officerId, SealNumber number, RevocationGround ground, String reason) {
        Seal seal = lock(number);
        SealMove move = SealMove.revocation(bureau, officerId, ground, reason);
        move(seal, SealStep.REVOKE, move, Party.of(bureau), Action.REVOKE);
        authority.revoke(seal.sm2CertificateId(), ground.ofCertificates(), clock.instant());
        authority.revoke(seal.p256CertificateId(), ground.ofCertificates(), clock.instant());
    }

    /** What a bureau said of a newer version that the chain did not take, said of the version in force. */
    void stopAgain(SealNumber number, SealEvent word) {
        Bureau bureau = Objects.requireNonNull(word.bureau());
        UUID officer = Objects.requireNonNull(word.personId());
        String reason = Objects.requireNonNull(word.reason());
        RevocationGround ground = word.ground();
        if (ground == null) {
            suspend(bureau, officer, number, reason);
        } else {
            revoke(bureau, officer, number, ground, reason);
        }
    }

    private void move(Seal seal, SealStep step, SealMove move, Party party, Action action) {
        seal.follow(step, move, clock.instant());
        if (move.entryId() == null || move.salt() == null || move.reason() == null) {
            throw new IllegalArgumentException("A step for the chain needs an entry and a reason");
        }
        ledger.record(new SealTransition(
                move.entryId(),
                seal.thread(),
                party,
                seal.onChainId(),
                action,
                Commitment.of(move.salt(), move.reason())));
    }

    private Seal lock(SealNumber number) {
        // Only the id is read before the lock: what is decided on must be what the lock holder left.
        return seals.newestId(number.value())
                .flatMap(seals::lock)
                .orElseThrow(() -> new NotFoundException("Seal " + number));
    }
}
