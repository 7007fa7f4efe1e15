package org.yinxin.mandate;

import jakarta.persistence.CascadeType;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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

    @Embedded
    private MandatePlace place;

    @Embedded
    private MandateGrant granted;

    @Embedded
    private @Nullable HolderKey holder;

    @ElementCollection
    @CollectionTable(schema = "mandate", name = "kind_leaf", joinColumns = @JoinColumn(name = "mandate_id"))
    @OrderColumn(name = "place")
    @BatchSize(size = 100)
    private List<KindLeaf> kinds = new ArrayList<>();

    @Embedded
    private MandateState state;

    @OneToMany(mappedBy = "mandate", cascade = CascadeType.PERSIST)
    @OrderBy("seq")
    private List<MandateEventRow> events = new ArrayList<>();

    @SuppressWarnings("NullAway.Init")
    protected Mandate() {}

    private Mandate(Digest onChain, MandatePlace place, MandateGrant granted, MandateState state) {
        this.id = UUID.randomUUID();
        this.onChainId = onChain.bytes();
        this.place = place;
        this.granted = granted;
        this.state = state;
    }

    /** The legal representative's, which the contract makes of the approved key when it issues the seal. */
    static Mandate root(Rooting rooting, Instant now) {
        Mandate root = new Mandate(
                rooting.rootMandate(),
                MandatePlace.root(rooting.seal()),
                MandateGrant.of(rooting),
                MandateState.rooted(now));
        root.holder = HolderKey.of(rooting.personId(), rooting.keyId(), rooting.key());
        root.note(MandateStep.ROOT, MandateActor.PLATFORM, MandateMove.platform(null), now);
        return root;
    }

    /** Written down by the holder of the mandate above. */
    static Mandate offer(Mandate above, Offer offer, Kinds kinds, Instant until, Instant now) {
        Mandate mandate = new Mandate(
                Digest.random(),
                above.place.below(above.id),
                MandateGrant.of(offer),
                MandateState.offered(Invitation.until(offer.phone(), until), now));
        mandate.kinds.addAll(kinds.leaves());
        mandate.note(MandateStep.OFFER, MandateActor.GIVER, MandateMove.by(offer.giver()), now);
        return mandate;
    }

    /** Another code opens the offer from now on. */
    void invite(Digest code, Instant until) {
        state = state.invited(code, until);
    }

    void accept(HolderKey by, Instant until, Instant now) {
        follow(MandateStep.ACCEPT, MandateMove.by(by.personId()), now);
        holder = by;
        state = state.toBeGiven(until);
    }

    /** What the key above has to sign, under the entry that {@link #givenEntry()} names. */
    MandateTerms terms(Digest seal, Mandate above) {
        return new MandateTerms(
                onChain(),
                seal,
                above.onChain(),
                requireHolder().key(),
                limits().validFrom(),
                limits().validTo(),
                limits().uses(),
                kinds().root(),
                limits().delegable());
    }

    void withdraw(MandateStep step, MandateMove move, Instant now) {
        follow(step, move, now);
        state = state.with(state.course().withdrawn(move.entryId()));
    }

    /** What the chain answers; told again after a chain was mended, or too late, it changes nothing. @return whether it did */
    boolean answer(MandateStep step, MandateMove answer, Instant now) {
        boolean follows = MandateTransitions.allows(state.status(), step);
        if (follows) {
            follow(step, answer, now);
            MandateCourse course = state.course().answered(answer.reason());
            state = state.with(step == MandateStep.RECORD ? course.recorded(answer.entryId(), now) : course);
        }
        return follows;
    }

    /** Follows one edge of the table and writes it down. */
    void follow(MandateStep step, MandateMove move, Instant now) {
        move(statusAt(now), step, move, now);
    }

    /** The one above is no longer in force, so neither is this one. @return whether it was until now */
    boolean fall(Instant now) {
        boolean falls = MandateTransitions.allows(statusAt(now), MandateStep.FALL);
        if (falls) {
            follow(MandateStep.FALL, MandateMove.platform(null), now);
        }
        return falls;
    }

    /** Writes down what time has done. */
    Optional<MandateStep> age(Instant now) {
        Optional<MandateStep> due = state.due(limits(), now);
        due.ifPresent(step -> move(state.status(), step, MandateMove.platform(null), now));
        return due;
    }

    private void move(MandateStatus from, MandateStep step, MandateMove move, Instant now) {
        MandateTransitions.Edge edge = MandateTransitions.follow(from, step);
        state = state.moved(edge.to(), now);
        note(step, edge.actor(), move, now);
    }

    private void note(MandateStep step, MandateActor actor, MandateMove move, Instant at) {
        events.add(new MandateEventRow(this, step, state.status(), actor, move, at));
    }

    MandateStatus statusAt(Instant now) {
        return state.at(limits(), now);
    }

    /** Whether it has begun, not ended and stands on the chain; those above it are asked for themselves. */
    boolean inForce(Instant now) {
        return state.status() == MandateStatus.IN_FORCE && limits().covers(now);
    }

    boolean heldBy(UUID personId) {
        return holder != null && holder.personId().equals(personId);
    }

    HolderKey requireHolder() {
        return holder().orElseThrow(() -> new IllegalMandateStepException(state.status(), MandateStep.SIGN));
    }

    UUID givenEntry() {
        return Optional.ofNullable(state.course().givenEntryId())
                .orElseThrow(() -> new IllegalMandateStepException(state.status(), MandateStep.SIGN));
    }

    UUID id() {
        return id;
    }

    Digest onChain() {
        return Digest.of(onChainId);
    }

    MandatePlace place() {
        return place;
    }

    SealNumber seal() {
        return place.seal();
    }

    boolean isRoot() {
        return place.isRoot();
    }

    MandateGrant granted() {
        return granted;
    }

    MandateRole role() {
        return granted.role();
    }

    Limits limits() {
        return granted.limits();
    }

    /** Once somebody has accepted. */
    Optional<HolderKey> holder() {
        return Optional.ofNullable(holder);
    }

    Kinds kinds() {
        return new Kinds(kinds);
    }

    MandateState state() {
        return state;
    }

    List<MandateEvent> history() {
        return events.stream().map(MandateEventRow::view).toList();
    }

    MandateView view(Instant now) {
        return MandateViews.of(this, now);
    }
}
