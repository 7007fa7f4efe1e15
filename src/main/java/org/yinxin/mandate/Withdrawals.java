package org.yinxin.mandate;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yinxin.ledger.Ledger;
import org.yinxin.ledger.LedgerEntry.MandateWithdrawn;
import org.yinxin.ledger.authority.SignedWithdrawal;
import org.yinxin.shared.Salt;

/** Mandates are withdrawn by the key of one above them, or given up by their holder; all below fall with them. */
@Service
@Transactional
public class Withdrawals {

    private final MandateAccess access;
    private final Signing signing;
    private final Ledger ledger;
    private final MandateNews news;
    private final Clock clock;

    Withdrawals(MandateAccess access, Signing signing, Ledger ledger, MandateNews news, Clock clock) {
        this.access = access;
        this.signing = signing;
        this.ledger = ledger;
        this.news = news;
        this.clock = clock;
    }

    /** The person's mandates whose key can withdraw this one, the nearest first; itself where they may give it up. */
    @Transactional(readOnly = true)
    public List<MandateView> powers(UUID personId, UUID mandateId) {
        MandateTree tree = access.tree(access.find(mandateId).seal());
        Mandate mandate = MandateAccess.in(tree, mandateId);
        Instant now = clock.instant();
        if (mandate.isRoot() || !MandateTransitions.allows(mandate.statusAt(now), MandateStep.WITHDRAW)) {
            return List.of();
        }
        return access.powersOver(personId, tree, mandate).stream()
                .map(power -> power.view(now))
                .toList();
    }

    /** How many mandates in force or on their way fall with it. */
    @Transactional(readOnly = true)
    public long falling(UUID mandateId) {
        MandateTree tree = access.tree(access.find(mandateId).seal());
        return tree.below(MandateAccess.in(tree, mandateId)).stream()
                .filter(each -> MandateTransitions.allows(each.statusAt(clock.instant()), MandateStep.FALL))
                .count();
    }

    /** A withdrawal ready to be signed. */
    public Withdrawal prepare(UUID mandateId, UUID by, String reason) {
        return new Withdrawal(mandateId, by, reason, Salt.random(), UUID.randomUUID(), signing.expiry());
    }

    /** What the person has to sign. */
    @Transactional(readOnly = true)
    public ToSign toSign(UUID personId, Withdrawal withdrawal) {
        MandateTree tree = access.tree(access.find(withdrawal.mandate()).seal());
        Mandate mandate = MandateAccess.in(tree, withdrawal.mandate());
        Mandate by = power(personId, tree, mandate, withdrawal.by());
        return signing.toSign(by, act(mandate, by, withdrawal), withdrawal.expiry());
    }

    /**
     * Withdraws the mandate: it can be used no more from now on, and the chain follows.
     *
     * @param signature as the signing page sent it
     */
    public void withdraw(UUID personId, Withdrawal withdrawal, String signature) {
        MandateTree tree = access.lockedTree(withdrawal.mandate());
        Mandate mandate = MandateAccess.in(tree, withdrawal.mandate());
        Mandate by = power(personId, tree, mandate, withdrawal.by());
        Instant now = clock.instant();
        MandateStep step = withdrawal.givenUp() ? MandateStep.GIVE_UP : MandateStep.WITHDRAW;
        mandate.withdraw(
                step, new MandateMove(personId, withdrawal.reason(), withdrawal.salt(), withdrawal.entry()), now);
        news.tell(mandate, step, personId);
        tree.below(mandate).forEach(each -> {
            if (each.fall(now)) {
                news.tell(each, MandateStep.FALL, personId);
            }
        });
        ledger.record(new MandateWithdrawn(
                withdrawal.entry(),
                access.seal(mandate.seal()).onChainId(),
                mandate.onChain(),
                withdrawal.commitment(),
                signing.signed(by, act(mandate, by, withdrawal), withdrawal.expiry(), signature)));
    }

    private static SignedWithdrawal act(Mandate mandate, Mandate by, Withdrawal withdrawal) {
        return new SignedWithdrawal(
                withdrawal.entry(), mandate.onChain(), by.onChain(), withdrawal.commitment(), withdrawal.expiry());
    }

    private Mandate power(UUID personId, MandateTree tree, Mandate mandate, UUID by) {
        // The contract lets nobody take a root away: its key is replaced by the bureaus.
        return access.powersOver(personId, tree, mandate).stream()
                .filter(power -> power.id().equals(by) && !mandate.isRoot())
                .findFirst()
                .orElseThrow(() -> new PowerMissingException(mandate.id()));
    }
}
