package org.yinxin.seal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yinxin.application.KeyReplacementDesk;
import org.yinxin.enterprise.Bindings;
import org.yinxin.ledger.Ledger;
import org.yinxin.ledger.LedgerEntry;
import org.yinxin.register.FilingStatus;
import org.yinxin.register.MarketRegister;
import org.yinxin.register.SealFilings;
import org.yinxin.shared.Commitment;
import org.yinxin.shared.SealNumber;
import org.yinxin.site.NotFoundException;
import org.yinxin.site.Times;

/**
 * Makes the next version of a seal before its period ends: certificates stand inside the seal (GB/T 38540-2020, 6.1), so
 * new ones need a new seal. Whatever three bureaus approved must still be so; the owner accepts the conditions anew.
 */
@Service
@Transactional
public class SealRenewals {

    /** How long before the end of its period a seal may be renewed. */
    public static final Duration OPENS = Duration.ofDays(90);

    private final SealRepository seals;
    private final SealArtefacts artefacts;
    private final SealMaker maker;
    private final Bindings bindings;
    private final MarketRegister enterprises;
    private final SealFilings filings;
    private final KeyReplacementDesk replacements;
    private final Ledger ledger;
    private final Clock clock;

    SealRenewals(
            SealRepository seals,
            SealArtefacts artefacts,
            SealMaker maker,
            Bindings bindings,
            MarketRegister enterprises,
            SealFilings filings,
            KeyReplacementDesk replacements,
            Ledger ledger,
            Clock clock) {
        this.seals = seals;
        this.artefacts = artefacts;
        this.maker = maker;
        this.bindings = bindings;
        this.enterprises = enterprises;
        this.filings = filings;
        this.replacements = replacements;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** Whether the owner should be asked to renew: the end is near. */
    @Transactional(readOnly = true)
    public boolean isDue(SealView seal) {
        return seal.status() == SealStatus.ACTIVE
                && !clock.instant().isBefore(seal.validTo().minus(OPENS));
    }

    /** What stands against renewing it now. */
    @Transactional(readOnly = true)
    public Optional<RenewalObstacle> obstacle(SealView seal) {
        if (seal.status() != SealStatus.ACTIVE) {
            return Optional.of(RenewalObstacle.NOT_IN_USE);
        }
        if (!isDue(seal)) {
            return Optional.of(RenewalObstacle.TOO_EARLY);
        }
        if (seal.beingRecorded()) {
            return Optional.of(RenewalObstacle.BEING_RECORDED);
        }
        if (replacements.underWay(seal.number()).isPresent()) {
            return Optional.of(RenewalObstacle.KEY_BEING_REPLACED);
        }
        LocalDate today = LocalDate.now(clock.withZone(Times.ZONE));
        boolean enterprise = enterprises
                .find(seal.uscc())
                .filter(entry -> entry.isActiveOn(today) && entry.nameZh().equals(seal.enterpriseName()))
                .isPresent();
        if (!enterprise) {
            return Optional.of(RenewalObstacle.ENTERPRISE_CHANGED);
        }
        boolean filing = filings.find(seal.physicalSeal())
                .filter(filed -> filed.status() == FilingStatus.IN_USE
                        && filed.uscc().equals(seal.uscc())
                        && filed.kind() == seal.kind())
                .isPresent();
        return filing ? Optional.empty() : Optional.of(RenewalObstacle.FILING_CHANGED);
    }

    /**
     * The legal representative accepts the conditions; the next version takes the place of this one.
     *
     * @throws RenewalRefusedException when something stands against it
     */
    public void renew(UUID personId, SealNumber number) {
        Seal before = seals.newestId(number.value())
                .flatMap(seals::lock)
                .filter(seal -> bindings.isLegalRepresentative(personId, seal.uscc()))
                .orElseThrow(() -> new NotFoundException("Seal " + number + " of this person"));
        Instant now = clock.instant();
        obstacle(before.view(now)).ifPresent(obstacle -> {
            throw new RenewalRefusedException(number, obstacle);
        });
        MadeSeal made = maker.make(before.design(now), number, artefacts.imprint(before));
        before.replace(now);
        // The place must be free before the next version takes it.
        seals.flush();
        SealMove move = SealMove.owner(personId, SealLife.CONDITIONS);
        Seal next = seals.saveAndFlush(new Seal(before, seals.lastVersion(number.value()) + 1, made, move, now));
        artefacts.keep(next.id(), made);
        ledger.record(new LedgerEntry.SealRenewal(
                Objects.requireNonNull(move.entryId()),
                next.thread(),
                next.onChainId(),
                before.onChainId(),
                next.version(),
                made.digest(),
                made.validFrom(),
                made.validTo(),
                Commitment.of(Objects.requireNonNull(move.salt()), SealLife.CONDITIONS)));
    }
}
