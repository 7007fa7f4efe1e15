package org.yinxin.sealing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.yinxin.authority.AuthorityKeys;
import org.yinxin.authority.KeyView;
import org.yinxin.authority.SigningPrompt;
import org.yinxin.ledger.EntryRecorded;
import org.yinxin.ledger.EntryRefused;
import org.yinxin.ledger.Ledger;
import org.yinxin.ledger.LedgerEntry;
import org.yinxin.ledger.Party;
import org.yinxin.ledger.Receipt;
import org.yinxin.ledger.Recording;
import org.yinxin.ledger.authority.HolderAuthority;
import org.yinxin.ledger.authority.HolderSignature;
import org.yinxin.ledger.authority.MarkKind;
import org.yinxin.ledger.authority.SignedMark;
import org.yinxin.ledger.authority.UseFact;
import org.yinxin.mandate.HeldMandate;
import org.yinxin.mandate.Mandates;
import org.yinxin.seal.Seals;
import org.yinxin.shared.Bureau;
import org.yinxin.shared.Commitment;
import org.yinxin.shared.Digest;
import org.yinxin.shared.Salt;
import org.yinxin.shared.UseCode;
import org.yinxin.site.NotFoundException;

/** Declares uses void and disputes them: never by taking anything out of the book, always by an entry of its own. */
@Service
public class UseMarks {

    private static final Duration TIME_TO_SIGN = Duration.ofMinutes(30);
    private static final Duration LEAST_LEFT = Duration.ofMinutes(1);

    private final MarkRows rows;
    private final UseRows uses;
    private final Seals seals;
    private final Mandates mandates;
    private final AuthorityKeys keys;
    private final Ledger ledger;
    private final Clock clock;

    UseMarks(
            MarkRows rows,
            UseRows uses,
            Seals seals,
            Mandates mandates,
            AuthorityKeys keys,
            Ledger ledger,
            Clock clock) {
        this.rows = rows;
        this.uses = uses;
        this.seals = seals;
        this.mandates = mandates;
        this.keys = keys;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** What was said of a use, in order. */
    @Transactional(readOnly = true)
    public List<MarkView> of(UseCode code) {
        return rows.of(code.value());
    }

    /** Whether the person may speak of this use now: under the use's own mandate, one above it, or the root. */
    @Transactional(readOnly = true)
    public boolean mayMark(UUID person, UseCode code) {
        return recorded(code).flatMap(use -> speaker(person, use)).isPresent() && !declaredVoid(code);
    }

    /** Whether an officer may dispute this use now. */
    @Transactional(readOnly = true)
    public boolean mayDispute(UseCode code) {
        return recorded(code).isPresent() && !declaredVoid(code);
    }

    /** Draws what a signature must bind before it can be made. */
    public MarkDraft draft(MarkKind mark, String reason) {
        Instant expiry = clock.instant().plus(TIME_TO_SIGN).truncatedTo(ChronoUnit.SECONDS);
        return new MarkDraft(UUID.randomUUID(), mark, reason.strip(), Salt.random(), expiry);
    }

    /** Whether a signature over it still has time to get to the chain, and no more than it was given. */
    public boolean stands(MarkDraft draft) {
        Instant now = clock.instant();
        return draft.expiry().isAfter(now.plus(LEAST_LEFT)) && !draft.expiry().isAfter(now.plus(TIME_TO_SIGN));
    }

    /** @param words what the signature will mean, in the reader's language */
    @Transactional(readOnly = true)
    public SigningPrompt prompt(UUID person, UseCode code, MarkDraft draft, String words) {
        Recorded use = recorded(code).orElseThrow(() -> new NotFoundException("Use " + code));
        HeldMandate speaker = speaker(person, use).orElseThrow(() -> new NotFoundException("Use " + code));
        return keys.prompt(speaker.key(), digest(use, speaker, draft), words);
    }

    /**
     * Sends the mark with the holder's signature on its way to the chain; once, however often it is handed in.
     *
     * @throws org.yinxin.authority.SignatureRefusedException when the key did not sign this
     */
    @Transactional
    public void mark(UUID person, UseCode code, MarkDraft draft, String signatureField) {
        Recorded use = recorded(code).orElseThrow(() -> new NotFoundException("Use " + code));
        HeldMandate speaker = speaker(person, use).orElseThrow(() -> new NotFoundException("Use " + code));
        KeyView key = speaker.key();
        HolderSignature signature = keys.signature(key, digest(use, speaker, draft), signatureField);
        HolderAuthority authority = new HolderAuthority(speaker.onChain(), draft.expiry(), signature);
        rows.lock(use.use().id());
        if (ledger.recording(draft.entry()).isEmpty()) {
            record(use, draft, Party.PLATFORM, person, authority);
        }
    }

    /** A bureau disputes a use with its own account; for the same reason once. */
    @Transactional
    public void dispute(Bureau bureau, UUID officer, UseCode code, String reason) {
        dispute(Party.of(bureau), officer, code, reason);
    }

    /** The court disputes a use with its own account. */
    @Transactional
    public void disputeByCourt(UUID clerk, UseCode code, String reason) {
        dispute(Party.COURT, clerk, code, reason);
    }

    private void dispute(Party party, UUID person, UseCode code, String reason) {
        Recorded use = recorded(code).orElseThrow(() -> new NotFoundException("Use " + code));
        rows.lock(use.use().id());
        boolean said = of(code).stream()
                .anyMatch(mark -> mark.party() == party
                        && mark.status() != MarkView.Status.REFUSED
                        && mark.reason().equals(reason.strip()));
        if (!said) {
            record(use, draft(MarkKind.DISPUTE, reason), party, person, null);
        }
    }

    /** What a party said for itself, the newest first, with the codes of the uses. */
    @Transactional(readOnly = true)
    public List<PartyMark> saidBy(Party party, int size, int page) {
        return rows.saidBy(party, size, (page - 1) * size);
    }

    @Transactional(readOnly = true)
    public long countSaidBy(Party party) {
        return rows.countSaidBy(party);
    }

    /** A use that stands in the book, whether or not anything was said of it. */
    @Transactional(readOnly = true)
    public Optional<UseView> inBook(UseCode code) {
        return recorded(code).map(Recorded::use);
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void recorded(EntryRecorded event) {
        if (event.entry() instanceof LedgerEntry.UseMark mark) {
            rows.recorded(mark.id(), event.receipt().useNumber().orElseThrow());
        }
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void refused(EntryRefused event) {
        if (event.entry() instanceof LedgerEntry.UseMark mark) {
            rows.refused(mark.id(), event.reason());
        }
    }

    private record Recorded(UseView use, UseFact fact, Digest seal) {}

    private void record(Recorded use, MarkDraft draft, Party party, UUID person, @Nullable HolderAuthority authority) {
        Digest reason = Commitment.of(draft.salt(), draft.reason());
        LedgerEntry.UseMark entry =
                new LedgerEntry.UseMark(draft.entry(), use.seal(), draft.mark(), reason, party, authority, use.fact());
        rows.add(use.use().id(), entry, person, draft.reason(), draft.salt());
        ledger.record(entry);
    }

    private Digest digest(Recorded use, HeldMandate speaker, MarkDraft draft) {
        return new SignedMark(
                        draft.entry(),
                        use.seal(),
                        use.fact().use(),
                        draft.mark(),
                        Commitment.of(draft.salt(), draft.reason()),
                        speaker.onChain(),
                        draft.expiry())
                .digest(ledger.domain().orElseThrow());
    }

    private Optional<HeldMandate> speaker(UUID person, Recorded use) {
        return mandates.speaker(person, use.use().seal(), use.fact().mandate());
    }

    private boolean declaredVoid(UseCode code) {
        return of(code).stream()
                .anyMatch(mark -> mark.mark() == MarkKind.VOID && mark.status() != MarkView.Status.REFUSED);
    }

    private Optional<Recorded> recorded(UseCode code) {
        return uses.findByCode(code.value())
                .map(Use::view)
                .flatMap(use -> Optional.ofNullable(use.entryId())
                        .flatMap(ledger::recording)
                        .filter(recording -> recording.status() == Recording.Status.RECORDED)
                        .map(Recording::receipt)
                        .map(receipt -> new Recorded(
                                use,
                                fact(use, receipt),
                                seals.find(use.seal()).orElseThrow().onChainId())));
    }

    private static UseFact fact(UseView use, Receipt receipt) {
        return new UseFact(
                Objects.requireNonNull(use.entryId()),
                digest(receipt, "seal"),
                digest(receipt, "use"),
                digest(receipt, "authorised"),
                digest(receipt, "sealedRevision"),
                digest(receipt, "purpose"),
                digest(receipt, "mandate"),
                digest(receipt, "kind"));
    }

    private static Digest digest(Receipt receipt, String field) {
        return Digest.fromHex(receipt.fields().getOrDefault(field, ""));
    }
}
