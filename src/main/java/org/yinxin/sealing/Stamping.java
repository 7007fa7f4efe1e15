package org.yinxin.sealing;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
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
import org.yinxin.pki.KeyCustody;
import org.yinxin.seal.SealView;
import org.yinxin.seal.Seals;
import org.yinxin.seal.SigningMaterial;
import org.yinxin.sealing.StampResult.Obstacle;
import org.yinxin.sealing.pdf.SealSigner;
import org.yinxin.sealing.pdf.SealedPdf;
import org.yinxin.sealing.plan.Placement;
import org.yinxin.sealing.plan.StampImage;
import org.yinxin.sealing.plan.StampOrder;
import org.yinxin.sealing.plan.UseCommitment;
import org.yinxin.site.NotFoundException;
import org.yinxin.site.SiteSettings;

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
    private final StampableSeals stampable;
    private final Seals seals;
    private final KeyCustody custody;
    private final ChainReader chain;
    private final Ledger ledger;
    private final DocumentDesk desk;
    private final SiteSettings site;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Stamping(
            DraftRows drafts,
            UseRows uses,
            Files files,
            StampableSeals stampable,
            Seals seals,
            KeyCustody custody,
            ChainReader chain,
            Ledger ledger,
            DocumentDesk desk,
            SiteSettings site,
            TransactionTemplate transaction,
            Clock clock) {
        this.drafts = drafts;
        this.uses = uses;
        this.files = files;
        this.stampable = stampable;
        this.seals = seals;
        this.custody = custody;
        this.chain = chain;
        this.ledger = ledger;
        this.desk = desk;
        this.site = site;
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
            SealedPdf sealed = desk.seal(file, order(use, material), signer(material));
            record(use.id(), sealed);
            return new StampResult.Stamped(use.code());
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
                Placement placement = Objects.requireNonNull(current.placement(), "a draft without placement");
                String purpose = Objects.requireNonNull(current.purpose(), "a draft without purpose");
                Use use = new Use(current, placement, purpose, seal.onChainId(), clock.instant());
                use.authorise(clock.instant());
                draft.hold(use.id(), clock.instant());
                return uses.save(use);
            }));
        } catch (OptimisticLockingFailureException e) {
            throw new DraftInUseException(view.id());
        }
    }

    private void record(UUID useId, SealedPdf sealed) {
        transaction.executeWithoutResult(status -> {
            Use use = uses.findById(useId).orElseThrow();
            UseCommitment commitment =
                    UseCommitment.of(use.note(), use.purpose(), sealed.bytes(), sealed.signedUntil());
            ledger.record(use.seal(commitment, clock.instant()));
            files.storeSealed(useId, sealed.bytes());
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

    private StampOrder order(Use use, SigningMaterial material) {
        return new StampOrder(
                new StampImage(material.imprintPng(), material.widthMm(), material.heightMm()),
                use.note(),
                material.seal().enterpriseName(),
                use.purpose(),
                site.addressOf("/u/" + use.code()),
                clock.instant().truncatedTo(ChronoUnit.SECONDS));
    }

    private SealSigner signer(SigningMaterial material) {
        return new SealSigner(material.p256Chain(), data -> custody.sign(material.p256KeyId(), data));
    }
}
