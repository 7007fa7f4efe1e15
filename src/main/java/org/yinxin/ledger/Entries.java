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

    /** A use goes along with the life of its seal; the use of a seal that nobody issued goes alone, to be refused. */
    private UUID thread(LedgerEntry entry) {
        return switch (entry) {
            case LedgerEntry.Decision decision -> decision.thread();
            case LedgerEntry.SealIssue issue -> issue.thread();
            case LedgerEntry.SealTransition transition -> transition.thread();
            case LedgerEntry.SealRenewal renewal -> renewal.thread();
            case LedgerEntry.Use use ->
                jdbc.sql(
                                "select thread from ledger.entry where kind in ('SEAL_ISSUE', 'SEAL_RENEWAL') and seal = :seal limit 1")
                        .param("seal", use.seal().bytes())
                        .query(UUID.class)
                        .optional()
                        .orElse(use.id());
        };
    }

    private static byte @Nullable [] seal(LedgerEntry entry) {
        Digest seal = switch (entry) {
            case LedgerEntry.Decision decision -> null;
            case LedgerEntry.SealIssue issue -> issue.seal();
            case LedgerEntry.SealTransition transition -> transition.seal();
            case LedgerEntry.SealRenewal renewal -> renewal.seal();
            case LedgerEntry.Use use -> use.seal();
        };
        return seal == null ? null : seal.bytes();
    }
}
