package org.yinxin.mandate;

import jakarta.persistence.CascadeType;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.BatchSize;
import org.jspecify.annotations.Nullable;
import org.yinxin.ledger.authority.MandateTerms;
import org.yinxin.shared.Digest;
import org.yinxin.shared.SealNumber;

/** One right to use one seal, from the offer to its end. */
@Entity
@Table(schema = "mandate", name = "mandate")
class Mandate {

    @Id
    private UUID id;

    @Version
    private @Nullable Long rowVersion;

    private byte[] onChainId;
    private String sealNumber;
    private @Nullable UUID aboveId;
    private int depth;

    @Enumerated(EnumType.STRING)
    private MandateRole role;

    @Enumerated(EnumType.STRING)
    private MandateStatus status;

    private String name;
    private UUID givenBy;

    @Embedded
    private @Nullable HolderKey holder;

    private Instant validFrom;
    private Instant validTo;
    private int useLimit;
    private boolean delegable;

    @ElementCollection
    @CollectionTable(schema = "mandate", name = "kind_leaf", joinColumns = @JoinColumn(name = "mandate_id"))
    @OrderColumn(name = "place")
    @BatchSize(size = 100)
    private List<KindLeaf> kinds = new ArrayList<>();

    private @Nullable String invitedPhone;
    private byte @Nullable [] codeDigest;
    private Instant waitsUntil;
    private @Nullable UUID givenEntryId;
    private @Nullable UUID withdrawalEntryId;
    private @Nullable String refusal;
    private Instant createdAt;
    private @Nullable Instant recordedAt;
    private @Nullable Instant endedAt;

    @OneToMany(mappedBy = "mandate", cascade = CascadeType.PERSIST)
    @OrderBy("seq")
    private List<MandateEventRow> events = new ArrayList<>();

    @SuppressWarnings("NullAway.Init")
    protected Mandate() {}

    private Mandate(Digest onChain, SealNumber seal, MandateRole role, String name, UUID givenBy, Limits limits) {
        this.id = UUID.randomUUID();
        this.onChainId = onChain.bytes();
        this.sealNumber = seal.value();
        this.role = role;
        this.name = name;
        this.givenBy = givenBy;
        this.validFrom = limits.validFrom();
        this.validTo = limits.validTo();
        this.useLimit = limits.uses();
        this.delegable = limits.delegable();
        this.status = MandateStatus.OFFERED;
        this.waitsUntil = limits.validFrom();
        this.createdAt = limits.validFrom();
    }

    /** The legal representative's, which the contract makes of the approved key when it issues the seal. */
    static Mandate root(Rooting rooting, Instant now) {
        Mandate root = new Mandate(
                rooting.rootMandate(),
                rooting.seal(),
                MandateRole.LEGAL_REPRESENTATIVE,
                rooting.name(),
                rooting.personId(),
                Limits.OF_ROOTS);
        root.depth = 1;
        root.holder = HolderKey.of(rooting.personId(), rooting.keyId(), rooting.key());
        root.status = MandateStatus.GIVEN;
        root.waitsUntil = now;
        root.createdAt = now;
        root.note(MandateStep.ROOT, MandateActor.PLATFORM, MandateMove.platform(null), now);
        return root;
    }

    /** Written down by the holder of the mandate above. */
    static Mandate offer(Mandate above, Offer offer, Kinds kinds, Instant until, Instant now) {
        Mandate mandate =
                new Mandate(Digest.random(), above.seal(), offer.role(), offer.name(), offer.giver(), offer.limits());
        mandate.aboveId = above.id;
        mandate.depth = above.depth + 1;
        mandate.kinds.addAll(kinds.leaves());
        mandate.invitedPhone = offer.phone() == null ? null : offer.phone().value();
        mandate.waitsUntil = until;
        mandate.createdAt = now;
        mandate.note(MandateStep.OFFER, MandateActor.GIVER, MandateMove.by(offer.giver()), now);
        return mandate;
    }

    /** Another code opens the offer from now on. */
    void invite(Digest code, Instant until) {
        requireStatus(MandateStatus.OFFERED, MandateStep.OFFER);
        codeDigest = code.bytes();
        waitsUntil = until;
    }

    void accept(HolderKey by, Instant until, Instant now) {
        follow(MandateStep.ACCEPT, MandateMove.by(by.personId()), now);
        holder = by;
        waitsUntil = until;
        givenEntryId = UUID.randomUUID();
    }

    /** What the key above has to sign, under the entry that {@link #givenEntry()} names. */
    MandateTerms terms(Digest seal, Mandate above) {
        return new MandateTerms(
                onChain(),
                seal,
                above.onChain(),
                requireHolder().key(),
                validFrom,
                validTo,
                useLimit,
                kinds().root(),
                delegable);
    }

    void withdraw(MandateStep step, MandateMove move, Instant now) {
        follow(step, move, now);
        withdrawalEntryId = move.entryId();
        refusal = null;
    }

    /** What the chain answers; told again after a chain was mended, or too late, it changes nothing. */
    void answer(MandateStep step, MandateMove answer, Instant now) {
        if (MandateTransitions.allows(status, step)) {
            follow(step, answer, now);
            refusal = answer.reason();
            if (step == MandateStep.RECORD) {
                givenEntryId = answer.entryId();
                recordedAt = now;
            }
        }
    }

    /** Follows one edge of the table and writes it down. */
    void follow(MandateStep step, MandateMove move, Instant now) {
        MandateTransitions.Edge edge = MandateTransitions.follow(statusAt(now), step);
        status = edge.to();
        note(step, edge.actor(), move, now);
        // An accepted offer keeps its code, so that a second person who has it is told that somebody was first.
        codeDigest = status == MandateStatus.ACCEPTED ? codeDigest : null;
        endedAt = status.isOver() ? now : null;
    }

    /** The one above is no longer in force, so neither is this one. */
    void fall(Instant now) {
        if (MandateTransitions.allows(statusAt(now), MandateStep.FALL)) {
            follow(MandateStep.FALL, MandateMove.platform(null), now);
        }
    }

    private void note(MandateStep step, MandateActor actor, MandateMove move, Instant at) {
        events.add(new MandateEventRow(this, step, status, actor, move, at));
    }

    private void requireStatus(MandateStatus wanted, MandateStep step) {
        if (status != wanted) {
            throw new IllegalMandateStepException(status, step);
        }
    }

    /** The status as it is, whether or not the end of a period has been written down yet. */
    MandateStatus statusAt(Instant now) {
        return switch (status) {
            case OFFERED, ACCEPTED -> isLate(now) ? MandateStatus.LAPSED : status;
            case IN_FORCE, STOPPED -> limits().isOver(now) ? MandateStatus.ENDED : status;
            default -> status;
        };
    }

    /** Writes down what time has done. */
    void age(Instant now) {
        MandateStatus aged = statusAt(now);
        if (aged != status) {
            MandateStep step = aged == MandateStatus.LAPSED ? MandateStep.LAPSE : MandateStep.END;
            status = MandateTransitions.follow(status, step).to();
            note(step, MandateActor.PLATFORM, MandateMove.platform(null), now);
            codeDigest = null;
            endedAt = now;
        }
    }

    private boolean isLate(Instant now) {
        return now.isAfter(waitsUntil) || limits().isOver(now);
    }

    /** Whether it has begun, not ended and stands on the chain; those above it are asked for themselves. */
    boolean inForce(Instant now) {
        return status == MandateStatus.IN_FORCE && limits().covers(now);
    }

    boolean isOpenedBy(Digest code) {
        return Arrays.equals(codeDigest, code.bytes());
    }

    /** @throws IllegalStateException for a root */
    UUID requireAbove() {
        if (aboveId == null) {
            throw new IllegalStateException("Nothing stands above a root");
        }
        return aboveId;
    }

    HolderKey requireHolder() {
        if (holder == null) {
            throw new IllegalMandateStepException(status, MandateStep.SIGN);
        }
        return holder;
    }

    boolean isOver() {
        return status.isOver();
    }

    boolean isAccepted() {
        return status == MandateStatus.ACCEPTED;
    }

    boolean heldBy(UUID personId) {
        return holder != null && holder.personId().equals(personId);
    }

    UUID id() {
        return id;
    }

    Digest onChain() {
        return Digest.of(onChainId);
    }

    SealNumber seal() {
        return new SealNumber(sealNumber);
    }

    @Nullable
    UUID aboveId() {
        return aboveId;
    }

    int depth() {
        return depth;
    }

    boolean isRoot() {
        return aboveId == null;
    }

    MandateRole role() {
        return role;
    }

    Limits limits() {
        return new Limits(validFrom, validTo, useLimit, delegable);
    }

    Kinds kinds() {
        return new Kinds(kinds);
    }

    @Nullable
    String invitedPhone() {
        return invitedPhone;
    }

    UUID givenEntry() {
        if (givenEntryId == null) {
            throw new IllegalMandateStepException(status, MandateStep.SIGN);
        }
        return givenEntryId;
    }

    List<MandateEvent> history() {
        return events.stream().map(MandateEventRow::view).toList();
    }

    MandateView view(Instant now) {
        return new MandateView(
                id,
                onChain(),
                seal(),
                aboveId,
                depth,
                role,
                statusAt(now),
                !now.isBefore(validFrom),
                name,
                givenBy,
                holder == null ? null : new MandateView.Holder(holder.personId(), holder.keyId(), holder.key()),
                limits(),
                kinds().classes(),
                invitedPhone,
                codeDigest != null && status == MandateStatus.OFFERED,
                waitsUntil,
                givenEntryId,
                withdrawalEntryId,
                refusal,
                createdAt,
                recordedAt,
                endedAt);
    }
}
