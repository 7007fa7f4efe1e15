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
import org.yinxin.ledger.ChainAnswer;
import org.yinxin.ledger.ChainReader;
import org.yinxin.ledger.Ledger;
import org.yinxin.ledger.SealOnChain;
import org.yinxin.seal.SealView;
import org.yinxin.seal.Seals;
import org.yinxin.seal.SigningMaterial;
import org.yinxin.sealing.StampResult.Obstacle;
import org.yinxin.sealing.plan.StampPlan;
import org.yinxin.site.NotFoundException;

/**
 * Turns a confirmed draft into a sealed document whose record is on its way to the chain. What was authorised is written
 * down first, in a transaction of its own: a machine that dies while sealing leaves a use that came to nothing, and the
 * draft.
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
    private final ChainReader chain;
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
            ChainReader chain,
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
        this.chain = chain;
        this.ledger = ledger;
        this.sealing = sealing;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * @throws NotFoundException when the draft or its seal is not the person's
     * @throws DraftInUseException when the draft is being stamped already
     */
    public StampResult stamp(UUID person, UUID draftId) {
        DraftView draft = drafts.findByIdAndPersonId(draftId, person)
                .map(Draft::view)
                .orElseThrow(() -> new NotFoundException("Draft " + draftId));
        if (draft.beingStamped()) {
            throw new DraftInUseException(draftId);
        }
        SealView seal = stampable.of(person, draft.seal());
        Optional<Obstacle> obstacle = obstacle(seal);
        if (obstacle.isPresent()) {
            return new StampResult.NotNow(obstacle.get());
        }
        Use use = authorise(draft, seal);
        try {
            byte[] file = files.upload(draftId).orElseThrow(() -> new NotFoundException("Upload of draft " + draftId));
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

    private Optional<Obstacle> obstacle(SealView seal) {
        if (!seal.usable()) {
            return Optional.of(Obstacle.SEAL_NOT_USABLE);
        }
        return switch (chain.seal(seal.onChainId())) {
            case ChainAnswer.Known<SealOnChain> known ->
                known.value().status() == SealOnChain.Status.ACTIVE
                        ? Optional.empty()
                        : Optional.of(Obstacle.CHAIN_SAYS_OTHERWISE);
            case ChainAnswer.Absent<SealOnChain> absent -> Optional.of(Obstacle.CHAIN_SAYS_OTHERWISE);
            case ChainAnswer.Unreachable<SealOnChain> silent -> Optional.of(Obstacle.CHAIN_UNREACHABLE);
        };
    }

    private Use authorise(DraftView view, SealView seal) {
        try {
            return Objects.requireNonNull(transaction.execute(status -> {
                Draft draft = drafts.findByIdAndPersonId(view.id(), view.personId())
                        .orElseThrow(() -> new NotFoundException("Draft " + view.id()));
                DraftView current = draft.view();
                StampPlan plan = Objects.requireNonNull(current.plan(), "a draft without a plan");
                String purpose = Objects.requireNonNull(current.purpose(), "a draft without purpose");
                Use use = new Use(current, plan, purpose, seal.onChainId(), clock.instant());
                use.authorise(clock.instant());
                draft.hold(use.id(), clock.instant());
                return uses.save(use);
            }));
        } catch (OptimisticLockingFailureException e) {
            throw new DraftInUseException(view.id());
        }
    }

    private void record(UUID useId, SealedFile sealed) {
        transaction.executeWithoutResult(status -> {
            Use use = uses.findById(useId).orElseThrow();
            ledger.record(use.seal(sealed.commitment(), sealed.level(), clock.instant()));
            files.storeSealed(useId, sealed.bytes());
            extensions.expect(useId, sealed.level(), clock.instant());
            drafts.findByUseId(useId).ifPresent(drafts::delete);
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
