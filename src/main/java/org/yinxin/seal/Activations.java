package org.yinxin.seal;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yinxin.authority.AuthorityKeys;
import org.yinxin.authority.KeyView;
import org.yinxin.authority.SigningPrompt;
import org.yinxin.enterprise.Bindings;
import org.yinxin.ledger.Ledger;
import org.yinxin.ledger.LedgerEntry.SealActivation;
import org.yinxin.ledger.authority.HolderAuthority;
import org.yinxin.ledger.authority.HolderSignature;
import org.yinxin.ledger.authority.LedgerDomain;
import org.yinxin.shared.Digest;
import org.yinxin.shared.SealNumber;
import org.yinxin.site.NotFoundException;

/** The legal representative accepts the conditions and signs with the seal's key: from then on it can be used. */
@Service
@Transactional
public class Activations {

    private final SealRepository seals;
    private final SealRoots roots;
    private final Bindings bindings;
    private final AuthorityKeys keys;
    private final Ledger ledger;
    private final Clock clock;

    Activations(
            SealRepository seals, SealRoots roots, Bindings bindings, AuthorityKeys keys, Ledger ledger, Clock clock) {
        this.seals = seals;
        this.roots = roots;
        this.bindings = bindings;
        this.keys = keys;
        this.ledger = ledger;
        this.clock = clock;
    }

    /**
     * What to ask the owner's key for.
     *
     * @param words what the signature means, in the reader's language
     * @throws ActivationRefusedException when it cannot be asked
     */
    @Transactional(readOnly = true)
    public SigningPrompt prompt(UUID personId, SealNumber number, ActivationAct act, String words) {
        Seal seal = seals.newest(number.value())
                .filter(found -> bindings.isLegalRepresentative(personId, found.uscc()))
                .orElseThrow(() -> new NotFoundException("Seal " + number + " of this person"));
        SealRoot root = root(personId, seal);
        return keys.prompt(key(root), digest(seal, root, act), words);
    }

    /**
     * Takes the seal into use; the chain follows.
     *
     * @throws ActivationRefusedException when the signature is not what was asked for, or can no longer be asked for
     * @throws IllegalSealStepException when the seal waits for no activation
     */
    public void activate(UUID personId, SealNumber number, ActivationAct act, HolderSignature signature) {
        Seal seal = seals.newestId(number.value())
                .flatMap(seals::lock)
                .filter(found -> bindings.isLegalRepresentative(personId, found.uscc()))
                .orElseThrow(() -> new NotFoundException("Seal " + number + " of this person"));
        Instant now = clock.instant();
        SealRoot root = root(personId, seal);
        if (!now.isBefore(act.expiry()) || act.expiry().isAfter(now.plus(ActivationAct.LIFE))) {
            throw new ActivationRefusedException(number, ActivationObstacle.EXPIRED);
        }
        if (ledger.recording(act.entryId()).isPresent()) {
            throw new ActivationRefusedException(number, ActivationObstacle.USED_BEFORE);
        }
        if (!keys.accepts(key(root), digest(seal, root, act), signature)) {
            throw new ActivationRefusedException(number, ActivationObstacle.SIGNATURE_WRONG);
        }
        seal.follow(SealStep.ACTIVATE, SealMove.activation(personId, act), now);
        ledger.record(new SealActivation(
                act.entryId(),
                seal.thread(),
                seal.onChainId(),
                act.conditions(),
                new HolderAuthority(root.mandate(), act.expiry(), signature)));
    }

    private SealRoot root(UUID personId, Seal seal) {
        SealRoot root = roots.current(seal.number())
                .orElseThrow(() -> new ActivationRefusedException(seal.number(), ActivationObstacle.NO_KEY));
        if (!root.personId().equals(personId)) {
            throw new ActivationRefusedException(seal.number(), ActivationObstacle.KEY_OF_ANOTHER);
        }
        return root;
    }

    private KeyView key(SealRoot root) {
        return keys.find(root.key().keyId())
                .filter(view -> view.key().equals(root.key().key()))
                .orElseThrow(() -> new ActivationRefusedException(root.number(), ActivationObstacle.KEY_REMOVED));
    }

    private Digest digest(Seal seal, SealRoot root, ActivationAct act) {
        LedgerDomain domain = ledger.domain()
                .orElseThrow(() -> new ActivationRefusedException(seal.number(), ActivationObstacle.LEDGER_NOT_READY));
        return act.signed(seal.onChainId(), root.mandate()).digest(domain);
    }
}
