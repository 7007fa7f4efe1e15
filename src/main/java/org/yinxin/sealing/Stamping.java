package org.yinxin.sealing;

import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import org.yinxin.ledger.Ledger;
import org.yinxin.ledger.Pace;
import org.yinxin.ledger.authority.HolderSignature;
import org.yinxin.seal.SealView;
import org.yinxin.seal.Seals;
import org.yinxin.seal.SigningMaterial;
import org.yinxin.sealing.StampResult.Obstacle;
import org.yinxin.shared.UseCode;
import org.yinxin.site.NotFoundException;

/**
 * Turns a signed draft into a sealed document whose record is on its way to the chain. What was authorised is written down
 * first, in a transaction of its own: a machine that dies while sealing leaves a use that came to nothing, and the draft.
 * The draft is kept until the chain has taken the use.
 */
@Service
public class Stamping {

    private static final Logger LOG = LoggerFactory.getLogger(Stamping.class);

    private final DraftRows drafts;
    private final UseRows uses;
    private final Files files;
    private final ExtensionRows extensions;
    private final StampableSeals stampable;
    private final Seals seals;
    private final SealReadiness readiness;
    private final Authorising authorising;
    private final Ledger ledger;
    private final DocumentSealing sealing;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Stamping(
            DraftRows drafts,
            UseRows uses,
            Files files,
            ExtensionRows extensions,
            StampableSeals stampable,
            Seals seals,
            SealReadiness readiness,
            Authorising authorising,
            Ledger ledger,
            DocumentSealing sealing,
            TransactionTemplate transaction,
            Clock clock) {
        this.drafts = drafts;
        this.uses = uses;
        this.files = files;
        this.extensions = extensions;
        this.stampable = stampable;
        this.seals = seals;
        this.readiness = readiness;
        this.authorising = authorising;
        this.ledger = ledger;
        this.sealing = sealing;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Seals only what the signature authorises.
     *
     * @param code of the use that was prepared from the draft
     * @param signature of the mandate's holder over that use
     * @throws NotFoundException when the draft is not the person's
     * @throws DraftInUseException when the draft is being stamped already
     */
    public StampResult stamp(UUID person, UUID draftId, UseCode code, HolderSignature signature) {
        DraftView draft = drafts.findByIdAndPersonId(draftId, person)
                .map(Draft::view)
                .orElseThrow(() -> new NotFoundException("Draft " + draftId));
        if (draft.beingStamped()) {
            throw new DraftInUseException(draftId);
        }
        SealView seal = stampable.of(draft);
        Optional<Obstacle> obstacle = readiness.obstacle(seal);
        if (obstacle.isPresent()) {
            return new StampResult.NotNow(obstacle.get());
        }
        Optional<Pace.Busy> busy = readiness.busy();
        if (busy.isPresent()) {
            return new StampResult.Busy(busy.get());
        }
        try {
            return seal(authorise(draft, code, signature), draft, seal);
        } catch (NotAuthorisedException e) {
            return new StampResult.NotAuthorised(e.reason());
        }
    }

    private Use authorise(DraftView draft, UseCode code, HolderSignature signature) {
        try {
            return Objects.requireNonNull(transaction.execute(
                    status -> authorising.authorise(draft.personId(), draft.id(), code, signature)));
        } catch (OptimisticLockingFailureException e) {
            throw new DraftInUseException(draft.id());
        }
    }

    private StampResult seal(Use use, DraftView draft, SealView seal) {
        try {
            byte[] file =
                    files.upload(draft.id()).orElseThrow(() -> new NotFoundException("Upload of draft " + draft.id()));
            SigningMaterial material = seals.signing(seal.number());
            record(use.id(), sealing.seal(file, use, material));
            return new StampResult.Stamped(use.code());
        } catch (RefusedBySealingException e) {
            abandon(use.id(), "refused-by-sealing");
            return new StampResult.Impossible(e.reason());
        } catch (RuntimeException e) {
            LOG.error("Use {} could not be made", use.code(), e);
            abandon(use.id(), "failed");
            return new StampResult.NotNow(Obstacle.FAILED);
        }
    }

    private void record(UUID useId, SealedFile sealed) {
        transaction.executeWithoutResult(status -> {
            Use use = uses.findById(useId).orElseThrow();
            ledger.record(use.seal(sealed, clock.instant()));
            files.storeSealed(useId, sealed.bytes());
            extensions.expect(useId, sealed.level(), clock.instant());
        });
    }

    /** What came to nothing stays in the books; the draft is free again. */
    void abandon(UUID useId, String reason) {
        transaction.executeWithoutResult(status -> {
            uses.findById(useId).ifPresent(use -> use.abandon(reason, clock.instant()));
            drafts.findByUseId(useId).ifPresent(draft -> draft.letGo(clock.instant()));
        });
    }
}
