package org.yinxin.mandate;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yinxin.account.People;
import org.yinxin.account.PhoneNumber;
import org.yinxin.authority.AuthorityKeys;
import org.yinxin.authority.KeyMethod;
import org.yinxin.authority.KeyView;
import org.yinxin.site.NotFoundException;
import org.yinxin.site.RateLimits;

/** The invited person's side of a mandate: seeing what is offered, accepting it with a key of their own. */
@Service
@Transactional
public class Acceptances {

    static final int CODES_AN_HOUR = 20;

    private final MandateRows rows;
    private final MandateAccess access;
    private final AuthorityKeys keys;
    private final People people;
    private final RateLimits limits;
    private final MandateNews news;
    private final Clock clock;

    Acceptances(
            MandateRows rows,
            MandateAccess access,
            AuthorityKeys keys,
            People people,
            RateLimits limits,
            MandateNews news,
            Clock clock) {
        this.rows = rows;
        this.access = access;
        this.keys = keys;
        this.people = people;
        this.limits = limits;
        this.news = news;
        this.clock = clock;
    }

    /** What is offered to the person's own telephone number. */
    @Transactional(readOnly = true)
    public List<MandateView> offeredTo(UUID personId) {
        return people.phone(personId).stream()
                .flatMap(phone -> rows.offeredTo(phone.value()).stream())
                .map(mandate -> mandate.view(clock.instant()))
                .filter(view -> view.status() == MandateStatus.OFFERED)
                .toList();
    }

    /**
     * The offer that the code opens, whatever became of it; empty when it opens none for this person.
     *
     * @throws org.yinxin.site.TooManyRequestsException when the person has tried too many codes
     */
    @Transactional(readOnly = true)
    public Optional<MandateView> opened(UUID personId, InvitationCode code) {
        limits.take("invitation-code", personId.toString(), CODES_AN_HOUR, Duration.ofHours(1));
        return rows.withCode(code.digest().bytes())
                .filter(mandate -> isInvited(personId, mandate, code))
                .map(mandate -> mandate.view(clock.instant()));
    }

    /** The offer as the invited person sees it; not found by anybody else. */
    @Transactional(readOnly = true)
    public MandateView offer(UUID personId, UUID mandateId, @Nullable InvitationCode code) {
        return invited(personId, access.find(mandateId), code).view(clock.instant());
    }

    /** The keys with which the person can accept. */
    @Transactional(readOnly = true)
    public List<KeyView> keysOf(UUID personId) {
        return keys.of(personId).stream().filter(Acceptances::isAPersons).toList();
    }

    /** Takes the offer up with one of the person's keys, if nobody was first. */
    public AcceptanceResult accept(UUID personId, UUID mandateId, @Nullable InvitationCode code, UUID keyId) {
        Mandate mandate = locked(personId, mandateId, code);
        MandateStatus status = mandate.statusAt(clock.instant());
        if (status != MandateStatus.OFFERED) {
            return new AcceptanceResult.Gone(status);
        }
        Optional<KeyView> key = keysOf(personId).stream()
                .filter(each -> each.id().equals(keyId))
                .findFirst();
        if (key.isEmpty()) {
            return new AcceptanceResult.KeyNotAccepted();
        }
        mandate.accept(HolderKey.of(key.get()), clock.instant().plus(Offers.WAITS), clock.instant());
        news.tell(mandate, MandateStep.ACCEPT, personId);
        return new AcceptanceResult.Accepted();
    }

    /** Turns the offer down, or takes the acceptance back before it is signed. */
    public void decline(UUID personId, UUID mandateId, @Nullable InvitationCode code) {
        Mandate mandate = locked(personId, mandateId, code);
        if (mandate.state().status() == MandateStatus.ACCEPTED && !mandate.heldBy(personId)) {
            throw new IllegalMandateStepException(MandateStatus.ACCEPTED, MandateStep.DECLINE);
        }
        mandate.follow(MandateStep.DECLINE, MandateMove.by(personId), clock.instant());
        news.tell(mandate, MandateStep.DECLINE, personId);
    }

    private Mandate locked(UUID personId, UUID mandateId, @Nullable InvitationCode code) {
        return invited(personId, MandateAccess.in(access.lockedTree(mandateId), mandateId), code);
    }

    private Mandate invited(UUID personId, Mandate mandate, @Nullable InvitationCode code) {
        if (code != null) {
            limits.take("invitation-code", personId.toString(), CODES_AN_HOUR, Duration.ofHours(1));
        }
        if (!mandate.heldBy(personId) && !isInvited(personId, mandate, code)) {
            throw new NotFoundException("Mandate " + mandate.id() + " offered to somebody else");
        }
        return mandate;
    }

    /** Where a number is named, a code found by somebody else opens nothing. */
    private boolean isInvited(UUID personId, Mandate mandate, @Nullable InvitationCode code) {
        String phone = mandate.state().invitation().phone();
        if (phone != null) {
            return people.phone(personId)
                    .map(PhoneNumber::value)
                    .filter(phone::equals)
                    .isPresent();
        }
        return code != null && mandate.state().invitation().isOpenedBy(code.digest());
    }

    private static boolean isAPersons(KeyView key) {
        return key.method() != KeyMethod.MACHINE;
    }
}
