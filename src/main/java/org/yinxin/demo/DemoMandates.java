package org.yinxin.demo;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.yinxin.account.DemoCitizens;
import org.yinxin.account.DemoCitizens.DemoCitizen;
import org.yinxin.account.PhoneNumber;
import org.yinxin.authority.DemoKeys;
import org.yinxin.mandate.Acceptances;
import org.yinxin.mandate.DocumentClass;
import org.yinxin.mandate.Giving;
import org.yinxin.mandate.Limits;
import org.yinxin.mandate.MandateBook;
import org.yinxin.mandate.MandateLine;
import org.yinxin.mandate.MandateRole;
import org.yinxin.mandate.MandateStatus;
import org.yinxin.mandate.MandateView;
import org.yinxin.mandate.Offer;
import org.yinxin.mandate.OfferResult;
import org.yinxin.mandate.Offers;
import org.yinxin.mandate.ToSign;
import org.yinxin.mandate.Withdrawal;
import org.yinxin.mandate.Withdrawals;
import org.yinxin.seal.SealView;

/**
 * Mandates of a demonstration's seal, given as everybody gives them: one that was withdrawn, the narrower one that took
 * its place and is in force, and one that is offered and waits. Each goes on from where an interrupted start left it.
 */
@Component
@Profile("embedded")
class DemoMandates {

    private static final String ON_TRIAL = "苏曼青（试用期）Su Manqing, on trial";
    private static final String CONTRACTS = "苏曼青，合同部 Su Manqing, contracts";
    private static final String KEEPER = "唐允中，行政部 Tang Yunzhong, administration";
    private static final String TOO_WIDE = "范围过宽，改授合同专用。Too wide; one for contracts takes its place.";

    private final MandateBook book;
    private final Offers offers;
    private final Acceptances acceptances;
    private final Giving giving;
    private final Withdrawals withdrawals;
    private final DemoKeys keys;
    private final Clock clock;

    DemoMandates(
            MandateBook book,
            Offers offers,
            Acceptances acceptances,
            Giving giving,
            Withdrawals withdrawals,
            DemoKeys keys,
            Clock clock) {
        this.book = book;
        this.offers = offers;
        this.acceptances = acceptances;
        this.giving = giving;
        this.withdrawals = withdrawals;
        this.keys = keys;
        this.clock = clock;
    }

    /** @param handler the account of {@link DemoCitizens#HANDLER} */
    void tell(UUID owner, SealView seal, UUID handler) {
        if (!seal.usable() || book.giveable(owner, seal.number()).isEmpty()) {
            return;
        }
        Limits season = limits(seal, 90, 0, false);
        MandateView onTrial = given(owner, seal, handler, new Wish(ON_TRIAL, DemoCitizens.HANDLER, season, Set.of()));
        if (onTrial.status() == MandateStatus.IN_FORCE) {
            withdraw(owner, onTrial);
        }
        Limits year = limits(seal, 365, 50, false);
        given(owner, seal, handler, new Wish(CONTRACTS, DemoCitizens.HANDLER, year, Set.of(DocumentClass.CONTRACT)));
        offered(owner, seal, new Wish(KEEPER, DemoCitizens.KEEPER, limits(seal, 365, 0, true), Set.of()));
    }

    /** What is offered to whom, before it is known by whose mandate. */
    private record Wish(String name, DemoCitizen to, Limits limits, Set<DocumentClass> kinds) {}

    private Limits limits(SealView seal, int days, int uses, boolean delegable) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        Instant end = now.plus(days, ChronoUnit.DAYS);
        return new Limits(now, end.isBefore(seal.validTo()) ? end : seal.validTo(), uses, delegable);
    }

    private MandateView given(UUID owner, SealView seal, UUID handler, Wish wish) {
        MandateView mandate = offered(owner, seal, wish);
        if (mandate.status() == MandateStatus.OFFERED) {
            acceptances.accept(
                    handler,
                    mandate.id(),
                    null,
                    keys.seed(handler, DemoKeys.LABEL).id());
            mandate = view(owner, mandate.id());
        }
        if (mandate.status() == MandateStatus.ACCEPTED) {
            ToSign asked = giving.toSign(owner, mandate.id());
            giving.sign(owner, mandate.id(), asked.expiry(), keys.field(asked.key(), asked.digest()));
        }
        return settled(owner, mandate.id());
    }

    private MandateView offered(UUID owner, SealView seal, Wish wish) {
        return named(owner, seal, wish.name()).orElseGet(() -> {
            UUID root = book.giveable(owner, seal.number()).getFirst().mandate().id();
            MandateRole role = wish.limits().delegable() ? MandateRole.KEEPER : MandateRole.HANDLER;
            PhoneNumber phone = new PhoneNumber(wish.to().phone());
            return switch (offers.toPerson(
                    new Offer(owner, root, role, wish.name(), phone, wish.limits(), wish.kinds()))) {
                case OfferResult.Offered offered -> view(owner, offered.mandate());
                case OfferResult.Refused refused ->
                    throw new IllegalStateException(
                            "The demonstration's mandate cannot be given: " + refused.problems());
            };
        });
    }

    private void withdraw(UUID owner, MandateView mandate) {
        UUID root = withdrawals.powers(owner, mandate.id()).getLast().id();
        Withdrawal withdrawal = withdrawals.prepare(mandate.id(), root, TOO_WIDE);
        ToSign asked = withdrawals.toSign(owner, withdrawal);
        withdrawals.withdraw(owner, withdrawal, keys.field(asked.key(), asked.digest()));
        settled(owner, mandate.id());
    }

    private Optional<MandateView> named(UUID owner, SealView seal, String name) {
        List<MandateLine> all = book.ofSeal(owner, seal.number(), "", true);
        return all.stream()
                .map(MandateLine::mandate)
                .filter(mandate -> mandate.name().equals(name))
                .findFirst();
    }

    private MandateView settled(UUID owner, UUID mandate) {
        return Patience.await(
                clock,
                "mandate " + mandate,
                () -> view(owner, mandate),
                view -> !view.status().isBeingRecorded());
    }

    private MandateView view(UUID owner, UUID mandate) {
        return book.file(owner, mandate).mandate().mandate();
    }
}
