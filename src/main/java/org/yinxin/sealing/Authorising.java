package org.yinxin.sealing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.yinxin.authority.AuthorityKeys;
import org.yinxin.ledger.Ledger;
import org.yinxin.ledger.authority.HolderSignature;
import org.yinxin.ledger.authority.LedgerDomain;
import org.yinxin.mandate.HeldMandate;
import org.yinxin.mandate.KindAuthority;
import org.yinxin.mandate.Mandates;
import org.yinxin.seal.SealView;
import org.yinxin.sealing.Preparation.Lack;
import org.yinxin.sealing.Preparation.Lacking;
import org.yinxin.sealing.Preparation.Ready;
import org.yinxin.shared.Digest;
import org.yinxin.shared.UseCode;
import org.yinxin.site.NotFoundException;

/**
 * Settles what a use consists of before the holder of a mandate is asked to sign it, and judges the answer. A use that
 * was prepared waits for its signature until the draft changes or its time runs out.
 */
@Service
public class Authorising {

    /** What must be left of a signature's time for the chain to take it. */
    private static final Duration LEAST_LEFT = Duration.ofMinutes(10);

    private final DraftRows drafts;
    private final UseRows uses;
    private final StampableSeals stampable;
    private final Mandates mandates;
    private final AuthorityKeys keys;
    private final Ledger ledger;
    private final AuthorisingSettings settings;
    private final Clock clock;

    Authorising(
            DraftRows drafts,
            UseRows uses,
            StampableSeals stampable,
            Mandates mandates,
            AuthorityKeys keys,
            Ledger ledger,
            AuthorisingSettings settings,
            Clock clock) {
        this.drafts = drafts;
        this.uses = uses;
        this.stampable = stampable;
        this.mandates = mandates;
        this.keys = keys;
        this.ledger = ledger;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * The use that the draft would become: the same one as long as nothing of it changes.
     *
     * @throws NotFoundException when the draft is not the person's
     * @throws DraftInUseException when the draft is being stamped already
     */
    @Transactional
    public Preparation prepare(UUID person, UUID draftId) {
        DraftView draft = locked(person, draftId).view();
        if (draft.beingStamped()) {
            throw new DraftInUseException(draftId);
        }
        SealView seal = stampable.of(draft);
        List<HeldMandate> held = mandates.usable(person, seal.number());
        HeldMandate mandate = chosen(held, draft).orElse(null);
        LedgerDomain domain = ledger.domain().orElse(null);
        if (mandate == null || domain == null || !seal.usable()) {
            return new Lacking(!seal.usable() ? Lack.SEAL : mandate == null ? Lack.MANDATE : Lack.LEDGER, held);
        }
        return mandates.authority(mandate, Objects.requireNonNull(draft.documentClass(), "a draft without a kind"))
                .<Preparation>map(kind -> ready(waiting(draft, seal, mandate, kind, domain), mandate, held))
                .orElseGet(() -> new Lacking(Lack.KIND, held));
    }

    /**
     * The holder's signature over the prepared use; the draft is held from now on.
     *
     * @throws DraftInUseException when the draft is being stamped already
     * @throws NotAuthorisedException when it does not authorise the use; nothing has changed then
     */
    @Transactional(propagation = Propagation.MANDATORY)
    Use authorise(UUID person, UUID draftId, UseCode code, HolderSignature signature) {
        Draft draft = locked(person, draftId);
        if (draft.view().beingStamped()) {
            throw new DraftInUseException(draftId);
        }
        SealView seal = stampable.of(draft.view());
        Use use = uses.findByCode(code.value())
                .filter(one -> one.isPreparedFrom(draftId))
                .orElseThrow(() -> new NotAuthorisedException(AuthorisationRefusal.CHANGED));
        judge(use, draft.view(), seal, signature).ifPresent(reason -> {
            throw new NotAuthorisedException(reason);
        });
        draft.hold(use.id(), clock.instant());
        use.authorise(signature, clock.instant());
        return use;
    }

    private Optional<AuthorisationRefusal> judge(Use use, DraftView draft, SealView seal, HolderSignature signature) {
        Authorisation asked = use.authorisation().orElseThrow();
        if (asked.expiry().isBefore(clock.instant().plus(LEAST_LEFT))) {
            return Optional.of(AuthorisationRefusal.EXPIRED);
        }
        if (use.status() != UseStatus.REQUESTED || !use.isOf(draft, seal)) {
            return Optional.of(AuthorisationRefusal.CHANGED);
        }
        Optional<HeldMandate> held = mandates.usable(draft.personId(), seal.number()).stream()
                .filter(one -> one.onChain().equals(asked.mandate()))
                .findFirst();
        if (held.isEmpty()) {
            return Optional.of(AuthorisationRefusal.MANDATE_NOT_IN_FORCE);
        }
        if (ledger.domain().filter(now -> asked.asks(held.get(), now)).isEmpty()) {
            return Optional.of(AuthorisationRefusal.CHANGED);
        }
        Digest act = use.act().digest(asked.domain());
        return keys.accepts(held.get().key(), act, signature)
                ? Optional.empty()
                : Optional.of(AuthorisationRefusal.SIGNATURE_INVALID);
    }

    private Use waiting(DraftView draft, SealView seal, HeldMandate mandate, KindAuthority kind, LedgerDomain domain) {
        Instant now = clock.instant();
        Optional<Use> before = uses.findByDraftIdAndStatus(draft.id(), UseStatus.REQUESTED);
        boolean same = before.filter(use -> use.isOf(draft, seal) && use.asks(mandate, domain, lasting(now, 2)))
                .isPresent();
        if (same) {
            return before.get();
        }
        before.ifPresent(use -> {
            use.abandon("changed", now);
            uses.flush();
        });
        Instant expiry = lasting(now, 1).truncatedTo(ChronoUnit.SECONDS);
        return uses.save(
                new Use(draft, seal, new Authorisation(mandate, kind.kind(), kind.proof(), domain, expiry), now));
    }

    private Instant lasting(Instant now, int share) {
        return now.plus(settings.authorisationLasts().dividedBy(share));
    }

    private static Ready ready(Use use, HeldMandate mandate, List<HeldMandate> held) {
        LedgerDomain domain = use.authorisation().orElseThrow().domain();
        return new Ready(use.code(), use.act(), use.act().digest(domain), use.note(), domain, mandate, held);
    }

    private static Optional<HeldMandate> chosen(List<HeldMandate> held, DraftView draft) {
        return held.stream()
                .filter(one -> draft.mandate() != null && draft.mandate().equals(one.onChain()))
                .findFirst()
                .or(() -> held.stream().findFirst());
    }

    private Draft locked(UUID person, UUID draft) {
        return drafts.lock(draft, person).orElseThrow(() -> new NotFoundException("Draft " + draft));
    }
}
