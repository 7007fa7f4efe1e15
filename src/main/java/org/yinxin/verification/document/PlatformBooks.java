package org.yinxin.verification.document;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yinxin.ledger.ChainAnswer;
import org.yinxin.ledger.ChainReader;
import org.yinxin.ledger.SealOnChain;
import org.yinxin.ledger.UseOnChain;
import org.yinxin.seal.SealEvent;
import org.yinxin.seal.SealStatus;
import org.yinxin.seal.SealView;
import org.yinxin.seal.Seals;
import org.yinxin.sealing.UseView;
import org.yinxin.sealing.Uses;
import org.yinxin.shared.Digest;
import org.yinxin.shared.SealNumber;
import org.yinxin.shared.UseCode;
import org.yinxin.verification.UseStanding;
import org.yinxin.verification.UseStandings;

/** The platform's own books and the chain. */
@Component
class PlatformBooks implements Books {

    private final Seals seals;
    private final Uses uses;
    private final UseStandings standings;
    private final ChainReader chain;

    PlatformBooks(Seals seals, Uses uses, UseStandings standings, ChainReader chain) {
        this.seals = seals;
        this.uses = uses;
        this.standings = standings;
        this.chain = chain;
    }

    @Override
    public Optional<SealFacts> seal(Digest onChain) {
        return seals.findOnChain(onChain).map(this::facts);
    }

    @Override
    public Optional<SealFacts> seal(String number) {
        return SealNumber.parse(number).flatMap(seals::find).map(this::facts);
    }

    @Override
    public Optional<UseView> use(UseCode code) {
        return uses.find(code);
    }

    @Override
    public UseStanding standing(UseCode code) {
        return standings.of(code);
    }

    @Override
    public ChainAnswer<UseOnChain> useOnChain(Digest use) {
        return chain.use(use);
    }

    @Override
    public ChainAnswer<SealOnChain> sealOnChain(Digest seal) {
        return chain.seal(seal);
    }

    private SealFacts facts(SealView seal) {
        return new SealFacts(
                seal.number(),
                seal.enterpriseName(),
                seal.onChainId(),
                seal.status() == SealStatus.ACTIVE,
                seal.status().name().toLowerCase(Locale.ROOT),
                seal.validFrom(),
                seal.validTo(),
                interruptions(seals.history(seal.number()).stream()
                        .filter(event -> event.version() == seal.version())
                        .toList()));
    }

    /** The times between which the seal was anything but active. */
    static List<SealFacts.Interruption> interruptions(List<SealEvent> history) {
        List<SealFacts.Interruption> interruptions = new ArrayList<>();
        Instant since = Instant.MIN;
        for (SealEvent event : history) {
            boolean active = event.to() == SealStatus.ACTIVE;
            if (active && since != null) {
                interruptions.add(new SealFacts.Interruption(since, event.at()));
                since = null;
            } else if (!active && since == null) {
                since = event.at();
            }
        }
        return closed(interruptions, since);
    }

    private static List<SealFacts.Interruption> closed(
            List<SealFacts.Interruption> interruptions, @Nullable Instant since) {
        if (since != null) {
            interruptions.add(new SealFacts.Interruption(since, Instant.MAX));
        }
        return List.copyOf(interruptions);
    }
}
