package org.yinxin.ledger;

import java.time.Duration;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Remembers whose signer failed, so that one that is out of order is asked now and then only and holds up nobody else. */
@Component
class Signers {

    private final Accounts accounts;
    private final Incidents incidents;
    private final Duration restAfterFailure;
    private final Map<Party, Trouble> troubles = Collections.synchronizedMap(new EnumMap<>(Party.class));

    Signers(Accounts accounts, Incidents incidents, LedgerSettings settings) {
        this.accounts = accounts;
        this.incidents = incidents;
        this.restAfterFailure = settings.sendAgainAfter();
    }

    private record Trouble(String why, long since) {}

    /** Whether the party's signer is here and was not out of order a moment ago. */
    boolean worthAsking(Party party) {
        Trouble trouble = troubles.get(party);
        return accounts.way(party) != SigningWay.ELSEWHERE
                && (trouble == null || System.nanoTime() - trouble.since() >= restAfterFailure.toNanos());
    }

    void failed(CouldNotSignException failure) {
        String why = String.valueOf(failure.getMessage());
        Trouble before = troubles.put(failure.party(), new Trouble(why, System.nanoTime()));
        if (before == null || !before.why().equals(why)) {
            incidents.report(
                    Incidents.Kind.SIGNER_TROUBLE, "No signature for " + failure.party() + " could be had: " + why);
        }
    }

    void signed(Party party) {
        if (troubles.remove(party) != null) {
            incidents.report(Incidents.Kind.SIGNER_BACK, "Signatures for " + party + " can be had again");
        }
    }

    /** What keeps the party's signer from signing, if anything does. */
    Optional<String> trouble(Party party) {
        return Optional.ofNullable(troubles.get(party)).map(Trouble::why);
    }
}
