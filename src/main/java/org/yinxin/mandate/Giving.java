package org.yinxin.mandate;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yinxin.ledger.Ledger;
import org.yinxin.ledger.LedgerEntry.MandateGiven;
import org.yinxin.ledger.authority.MandateTerms;
import org.yinxin.ledger.authority.SignedMandate;
import org.yinxin.shared.Digest;
import org.yinxin.site.NotFoundException;

/** The key above signs a mandate that its holder has accepted; the signed giving goes to the chain. */
@Service
@Transactional
public class Giving {

    private final MandateAccess access;
    private final Signing signing;
    private final Ledger ledger;
    private final Clock clock;

    Giving(MandateAccess access, Signing signing, Ledger ledger, Clock clock) {
        this.access = access;
        this.signing = signing;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** What the giver has to sign now. */
    @Transactional(readOnly = true)
    public ToSign toSign(UUID giver, UUID mandateId) {
        MandateTree tree = access.tree(access.find(mandateId).seal());
        Mandate mandate = MandateAccess.in(tree, mandateId);
        Mandate above = above(giver, tree, mandate);
        MandateTransitions.follow(mandate.statusAt(clock.instant()), MandateStep.SIGN);
        Instant expiry = signing.expiry();
        return signing.toSign(above, act(mandate, above, expiry), expiry);
    }

    /**
     * Gives the mandate; it is in force when the chain has taken it.
     *
     * @param expiry of what {@link #toSign} asked for
     * @param signature as the signing page sent it
     * @throws PowerMissingException when the giver's own mandate is no longer in force
     */
    public void sign(UUID giver, UUID mandateId, Instant expiry, String signature) {
        MandateTree tree = access.lockedTree(mandateId);
        Mandate mandate = MandateAccess.in(tree, mandateId);
        Mandate above = above(giver, tree, mandate);
        SignedMandate act = act(mandate, above, expiry);
        mandate.follow(MandateStep.SIGN, MandateMove.onChain(giver, mandate.givenEntry()), clock.instant());
        ledger.record(new MandateGiven(act.entry(), act.terms(), signing.signed(above, act, expiry, signature)));
    }

    private SignedMandate act(Mandate mandate, Mandate above, Instant expiry) {
        Digest seal = access.seal(mandate.seal()).onChainId();
        MandateTerms terms = mandate.terms(seal, above);
        return new SignedMandate(mandate.givenEntry(), terms, expiry);
    }

    private Mandate above(UUID giver, MandateTree tree, Mandate mandate) {
        if (mandate.isRoot()) {
            throw new NotFoundException("Nobody gives the root");
        }
        Mandate above = MandateAccess.in(tree, mandate.place().requireAbove());
        if (!access.holds(giver, above)) {
            throw new NotFoundException("Mandate " + mandate.id() + " of another giver");
        }
        if (!tree.inForce(above, clock.instant())) {
            throw new PowerMissingException(mandate.id());
        }
        return above;
    }
}
