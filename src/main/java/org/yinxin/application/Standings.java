package org.yinxin.application;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yinxin.enterprise.Bindings;
import org.yinxin.register.MarketRegister;
import org.yinxin.register.SealFilings;
import org.yinxin.shared.Digest;
import org.yinxin.shared.SealCode;
import org.yinxin.shared.SealKind;
import org.yinxin.shared.SealNumber;
import org.yinxin.shared.Uscc;

/** Asks the registers and the books, at this moment, what an application rests on. */
@Component
@Transactional(readOnly = true)
public class Standings {

    private static final UUID NOBODYS = new UUID(0, 0);

    private static final Collection<ApplicationStatus> OPEN = EnumSet.of(
            ApplicationStatus.SUBMITTED,
            ApplicationStatus.IN_REVIEW,
            ApplicationStatus.RETURNED,
            ApplicationStatus.RESUBMITTED);

    private final Bindings bindings;
    private final MarketRegister register;
    private final SealFilings filings;
    private final SealApplications applications;
    private final SealsInForce seals;
    private final ApplicantKeys keys;
    private final WorkingCalendar calendar;

    Standings(
            Bindings bindings,
            MarketRegister register,
            SealFilings filings,
            SealApplications applications,
            SealsInForce seals,
            ApplicantKeys keys,
            WorkingCalendar calendar) {
        this.bindings = bindings;
        this.register = register;
        this.filings = filings;
        this.applications = applications;
        this.seals = seals;
        this.keys = keys;
        this.calendar = calendar;
    }

    /**
     * @param application the application that asks, which is not in its own way
     * @param physicalSeal absent while none is chosen
     */
    public Standing of(UUID application, UUID person, Uscc uscc, SealKind kind, @Nullable SealCode physicalSeal) {
        return new Standing(
                uscc,
                kind,
                calendar.today(),
                bindings.isLegalRepresentative(person, uscc),
                register.find(uscc).orElse(null),
                physicalSeal == null ? null : filings.find(physicalSeal).orElse(null),
                seals.ofEnterprise(uscc, kind),
                applications.openForEnterprise(uscc.value(), application, OPEN),
                physicalSeal != null && seals.ofPhysicalSeal(physicalSeal),
                physicalSeal != null && applications.openForPhysicalSeal(physicalSeal.value(), application, OPEN));
    }

    /** Of something that was submitted, as the bureaus look at it. */
    public Assessment assess(ApplicationView application, SubmissionView submitted) {
        Claim claim = new Claim(
                application,
                submitted.enterprise().uscc(),
                submitted.physicalSeal(),
                submitted.seal(),
                submitted.sealOnChain(),
                submitted.key());
        return assess(claim);
    }

    /** Of a draft that is complete, before it is submitted. */
    Assessment assess(ApplicationView draft, @Nullable ApplicantKey key) {
        Uscc uscc = Objects.requireNonNull(draft.uscc());
        return assess(new Claim(draft, uscc, draft.physicalSeal(), draft.seal(), null, key));
    }

    /** What stands in the way of asking for another key for this seal at all. */
    Set<Obstacle> ofReplacement(UUID person, SealInForce seal) {
        return new ReplacementStanding(
                        seal.uscc(),
                        calendar.today(),
                        bindings.isLegalRepresentative(person, seal.uscc()),
                        register.find(seal.uscc()).orElse(null),
                        seal,
                        null,
                        applications.openReplacement(seal.number().value(), NOBODYS, OPEN),
                        null)
                .all();
    }

    private Assessment assess(Claim claim) {
        ApplicationView application = claim.application();
        Set<Obstacle> obstacles = EnumSet.noneOf(Obstacle.class);
        obstacles.addAll(
                claim.key() == null
                        ? Set.of(Obstacle.KEY_NOT_THERE)
                        : keys.obstacles(
                                application.applicantId(),
                                claim.uscc(),
                                claim.key().keyId()));
        return switch (application.purpose()) {
            case SEAL -> {
                Standing standing = of(
                        application.id(),
                        application.applicantId(),
                        claim.uscc(),
                        application.kind(),
                        claim.physicalSeal());
                obstacles.addAll(standing.all());
                yield new Assessment(standing.enterprise(), standing.filing(), obstacles);
            }
            case KEY_REPLACEMENT -> {
                ReplacementStanding standing = replacement(claim);
                obstacles.addAll(standing.all());
                yield new Assessment(standing.enterprise(), null, obstacles);
            }
        };
    }

    private ReplacementStanding replacement(Claim claim) {
        SealNumber number = Objects.requireNonNull(claim.seal());
        ApplicationView application = claim.application();
        return new ReplacementStanding(
                claim.uscc(),
                calendar.today(),
                bindings.isLegalRepresentative(application.applicantId(), claim.uscc()),
                register.find(claim.uscc()).orElse(null),
                seals.inForce(number).orElse(null),
                claim.sealOnChain(),
                applications.openReplacement(number.value(), application.id(), OPEN),
                claim.key() == null ? null : claim.key().key().digest());
    }

    private record Claim(
            ApplicationView application,
            Uscc uscc,
            @Nullable SealCode physicalSeal,
            @Nullable SealNumber seal,
            @Nullable Digest sealOnChain,
            @Nullable ApplicantKey key) {}
}
