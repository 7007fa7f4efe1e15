package org.yinxin.ledger.reconciliation;

import java.util.Optional;
import org.yinxin.ledger.LedgerEntry;
import org.yinxin.ledger.authority.AuthorityKey;
import org.yinxin.shared.Digest;

/** The root of a seal's mandates that an entry planted: its event does not name it, what was signed and sent does. */
public record PlantedRoot(Digest mandate, AuthorityKey key) {

    /** Empty for events that plant none, and where our outbox cannot say what was sent. */
    public static Optional<PlantedRoot> of(ChainFact fact) {
        if (fact.told() instanceof LedgerEntry.SealIssue issue) {
            return Optional.of(new PlantedRoot(issue.root(), issue.parts().key()));
        }
        return fact.told() instanceof LedgerEntry.KeyReplacement replacement
                ? Optional.of(
                        new PlantedRoot(replacement.root(), replacement.parts().key()))
                : Optional.empty();
    }
}
