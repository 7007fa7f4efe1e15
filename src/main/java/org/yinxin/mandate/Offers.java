package org.yinxin.mandate;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yinxin.authority.AuthorityKeys;
import org.yinxin.authority.KeyMethod;
import org.yinxin.authority.KeyView;
import org.yinxin.site.NotFoundException;

/** The giver's side of a mandate before it is signed: whom it is for, its limits, the invitation. */
@Service
@Transactional
public class Offers {

    /** How long an invitation, and then an acceptance, waits for the next step. */
    public static final Duration WAITS = Duration.ofDays(14);

    private final MandateRows rows;
    private final MandateAccess access;
    private final AuthorityKeys keys;
    private final MandateNews news;
    private final Clock clock;

    Offers(MandateRows rows, MandateAccess access, AuthorityKeys keys, MandateNews news, Clock clock) {
        this.rows = rows;
        this.access = access;
        this.keys = keys;
        this.news = news;
        this.clock = clock;
    }

    /** Writes down a mandate for a person, who is yet to accept it. */
    public OfferResult toPerson(Offer offer) {
        Mandate above = above(offer);
        Set<OfferProblem> problems = problems(offer, above);
        if (!problems.isEmpty()) {
            return new OfferResult.Refused(problems);
        }
        Mandate mandate = rows.save(write(offer, above));
        news.tell(mandate, MandateStep.OFFER, offer.giver());
        return new OfferResult.Offered(mandate.id(), invite(mandate));
    }

    /** Writes down a mandate for a machine whose key the giver has enrolled; it is ready to be signed. */
    public OfferResult toMachine(Offer offer, UUID keyId) {
        Mandate above = above(offer);
        Set<OfferProblem> problems = problems(offer, above);
        Optional<KeyView> key = keys.find(keyId)
                .filter(found -> found.personId().equals(offer.giver()) && found.method() == KeyMethod.MACHINE);
        if (key.isEmpty()) {
            problems.add(OfferProblem.KEY_UNKNOWN);
        }
        if (!problems.isEmpty() || key.isEmpty()) {
            return new OfferResult.Refused(problems);
        }
        Mandate mandate = write(offer, above);
        mandate.accept(HolderKey.of(key.get()), clock.instant().plus(WAITS), clock.instant());
        return new OfferResult.Offered(rows.save(mandate).id(), null);
    }

    /** Another code; the one before opens nothing any more. */
    public InvitationCode newCode(UUID giver, UUID mandateId) {
        return invite(given(giver, mandateId));
    }

    /** Takes back what has not been signed yet. */
    public void cancel(UUID giver, UUID mandateId) {
        Mandate mandate = given(giver, mandateId);
        mandate.follow(MandateStep.CANCEL, MandateMove.by(giver), clock.instant());
        news.tell(mandate, MandateStep.CANCEL, giver);
    }

    private Mandate above(Offer offer) {
        MandateTree tree = access.lockedTree(offer.above());
        Mandate above = MandateAccess.in(tree, offer.above());
        if (!access.holds(offer.giver(), above)) {
            throw new NotFoundException("Mandate " + offer.above() + " of somebody else");
        }
        return above;
    }

    private Set<OfferProblem> problems(Offer offer, Mandate above) {
        MandateTree tree = access.tree(above.seal());
        Instant now = clock.instant();
        Instant sealEnds = access.seal(above.seal()).validTo();
        return OfferRules.problems(offer, above, tree.inForce(above, now), sealEnds, now);
    }

    /** Where the giver's own mandate is limited to kinds of documents, the new one has the same, salts included. */
    private Mandate write(Offer offer, Mandate above) {
        Kinds kinds = above.kinds().any() ? Kinds.of(offer.kinds()) : above.kinds();
        Instant now = clock.instant();
        return Mandate.offer(above, offer, kinds, now.plus(WAITS), now);
    }

    private InvitationCode invite(Mandate mandate) {
        InvitationCode code = InvitationCode.random();
        mandate.invite(code.digest(), clock.instant().plus(WAITS));
        return code;
    }

    private Mandate given(UUID giver, UUID mandateId) {
        MandateTree tree = access.lockedTree(mandateId);
        Mandate mandate = MandateAccess.in(tree, mandateId);
        if (mandate.isRoot()
                || !access.holds(giver, MandateAccess.in(tree, mandate.place().requireAbove()))) {
            throw new NotFoundException("Mandate " + mandateId + " of another giver");
        }
        return mandate;
    }
}
