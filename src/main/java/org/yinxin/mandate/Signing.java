package org.yinxin.mandate;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.springframework.stereotype.Component;
import org.yinxin.authority.AuthorityKeys;
import org.yinxin.authority.KeyView;
import org.yinxin.ledger.Ledger;
import org.yinxin.ledger.authority.HolderAuthority;
import org.yinxin.ledger.authority.LedgerDomain;
import org.yinxin.ledger.authority.SignedAct;

/** Asks the key of a mandate for a signature, and takes it only if the contract would. */
@Component
class Signing {

    /** Long enough to outlast an outage of the chain, short enough that no forgotten signature turns up much later. */
    static final Duration GOOD_FOR = Duration.ofHours(24);

    private final AuthorityKeys keys;
    private final Ledger ledger;
    private final Clock clock;

    Signing(AuthorityKeys keys, Ledger ledger, Clock clock) {
        this.keys = keys;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** In whole seconds, as the chain counts. */
    Instant expiry() {
        return clock.instant().plus(GOOD_FOR).truncatedTo(ChronoUnit.SECONDS);
    }

    ToSign toSign(Mandate by, SignedAct act, Instant expiry) {
        return new ToSign(key(by), act.digest(domain()), expiry);
    }

    /**
     * The authority of the mandate whose key signed.
     *
     * @throws SignatureExpiredException when it was asked for too long ago
     * @throws org.yinxin.authority.SignatureRefusedException when it is not this key's over this act
     */
    HolderAuthority signed(Mandate by, SignedAct act, Instant expiry, String signature) {
        Instant now = clock.instant();
        if (!expiry.isAfter(now) || expiry.isAfter(now.plus(GOOD_FOR))) {
            throw new SignatureExpiredException(expiry);
        }
        return new HolderAuthority(by.onChain(), expiry, keys.signature(key(by), act.digest(domain()), signature));
    }

    private LedgerDomain domain() {
        return ledger.domain().orElseThrow(LedgerNotReadyException::new);
    }

    private KeyView key(Mandate by) {
        return keys.find(by.requireHolder().keyId()).orElseThrow(() -> new PowerMissingException(by.id()));
    }
}
