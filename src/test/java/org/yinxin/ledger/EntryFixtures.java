package org.yinxin.ledger;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.yinxin.shared.Bureau;
import org.yinxin.shared.Digest;

/** Entries as the other modules would make them. */
final class EntryFixtures {

    static final Instant FROM = Instant.parse("2020-07-13T00:00:00Z");
    static final Instant TO = Instant.parse("2090-07-13T00:00:00Z");

    private EntryFixtures() {}

    /** One enterprise's story. */
    static final class Story {
        final UUID thread = UUID.randomUUID();
        final Digest seal = Digest.random();
        final ApplicationCommitment parts;

        Story() {
            this(Digest.random(), Digest.random());
        }

        Story(Digest enterprise, Digest physicalSeal) {
            parts = new ApplicationCommitment(Digest.random(), enterprise, physicalSeal, Digest.random());
        }

        LedgerEntry.Decision decision(Bureau bureau, LedgerEntry.Outcome outcome) {
            return LedgerEntry.Decision.over(UUID.randomUUID(), thread, bureau, parts, outcome, Digest.random());
        }

        LedgerEntry.Decision approval(Bureau bureau) {
            return decision(bureau, LedgerEntry.Outcome.APPROVED);
        }

        LedgerEntry.SealIssue issue() {
            return new LedgerEntry.SealIssue(
                    UUID.randomUUID(), thread, seal, 1, parts.application(), parts, Digest.random(), FROM, TO);
        }

        LedgerEntry.SealTransition move(Party party, LedgerEntry.Action action) {
            return new LedgerEntry.SealTransition(UUID.randomUUID(), thread, party, seal, action, Digest.random());
        }

        LedgerEntry.Use use() {
            return new LedgerEntry.Use(
                    UUID.randomUUID(), Digest.random(), seal, Digest.random(), Digest.random(), Digest.random());
        }

        /** Everything up to the active seal. */
        List<LedgerEntry> untilActive() {
            return List.of(
                    approval(Bureau.MARKET_SUPERVISION),
                    approval(Bureau.PUBLIC_SECURITY),
                    approval(Bureau.DATA_ADMINISTRATION),
                    issue(),
                    move(Party.PLATFORM, LedgerEntry.Action.ACTIVATE));
        }
    }
}
