package org.yinxin.ledger;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yinxin.shared.Digest;

/** The outbox as the rest of the application sees it: what was put in, and how far it has come. */
@Repository
class Entries {

    private static final String RECORDINGS = """
            select e.id as entry_id, e.kind, e.party as sender, e.status, e.refusal, e.created_at, e.settled_at, r.*
              from ledger.entry e
              left join lateral (select * from ledger.receipt r where r.entry_id = e.id order by r.id desc limit 1) r
                on e.status in ('RECORDED', 'REFUSED')
             where e.id in (:ids)
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    Entries(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void add(LedgerEntry entry) {
        jdbc.sql("""
                        insert into ledger.entry (id, thread, kind, party, seal, payload, created_at)
                        values (:id, :thread, :kind, :party, :seal, :payload::jsonb, :now)""")
                .param("id", entry.id())
                .param("thread", thread(entry))
                .param("kind", entry.kind().name())
                .param("party", entry.sender().name())
                .param("seal", seal(entry), java.sql.Types.BINARY)
                .param("payload", EntryPayload.write(entry))
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    List<Recording> recordings(Collection<UUID> ids) {
        return ids.isEmpty()
                ? List.of()
                : jdbc.sql(RECORDINGS)
                        .param("ids", ids)
                        .query(ReceiptRows::recording)
                        .list();
    }

    Optional<UUID> latest() {
        return jdbc.sql("select entry_id from ledger.receipt order by id desc limit 1")
                .query(UUID.class)
                .optional();
    }

    /** What is done with a seal goes along with its life; with a seal that nobody issued it goes alone, to be refused. */
    private UUID thread(LedgerEntry entry) {
        return switch (entry) {
            case LedgerEntry.Decision decision -> decision.thread();
            case LedgerEntry.SealIssue issue -> issue.thread();
            case LedgerEntry.SealActivation activation -> activation.thread();
            case LedgerEntry.SealTransition transition -> transition.thread();
            case LedgerEntry.SealRenewal renewal -> renewal.thread();
            case LedgerEntry.KeyReplacement replacement -> replacement.thread();
            case LedgerEntry.MandateGiven given -> threadOf(given.terms().seal(), given.id());
            case LedgerEntry.MandateWithdrawn withdrawn -> threadOf(withdrawn.seal(), withdrawn.id());
            case LedgerEntry.Use use -> threadOf(use.seal(), use.id());
            case LedgerEntry.UseMark mark -> threadOf(mark.seal(), mark.id());
        };
    }

    private UUID threadOf(Digest seal, UUID alone) {
        return jdbc.sql(
                        "select thread from ledger.entry where kind in ('SEAL_ISSUE', 'SEAL_RENEWAL') and seal = :seal limit 1")
                .param("seal", seal.bytes())
                .query(UUID.class)
                .optional()
                .orElse(alone);
    }

    private static byte @Nullable [] seal(LedgerEntry entry) {
        Digest seal = switch (entry) {
            case LedgerEntry.Decision decision -> null;
            case LedgerEntry.SealIssue issue -> issue.seal();
            case LedgerEntry.SealActivation activation -> activation.seal();
            case LedgerEntry.SealTransition transition -> transition.seal();
            case LedgerEntry.SealRenewal renewal -> renewal.seal();
            case LedgerEntry.KeyReplacement replacement -> replacement.parts().seal();
            case LedgerEntry.MandateGiven given -> given.terms().seal();
            case LedgerEntry.MandateWithdrawn withdrawn -> withdrawn.seal();
            case LedgerEntry.Use use -> use.seal();
            case LedgerEntry.UseMark mark -> mark.seal();
        };
        return seal == null ? null : seal.bytes();
    }
}
