package org.yinxin.seal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yinxin.ledger.BookedEntries;
import org.yinxin.ledger.Party;
import org.yinxin.ledger.Recording;
import org.yinxin.ledger.reconciliation.ChainFact;
import org.yinxin.ledger.reconciliation.ComparedBook;
import org.yinxin.ledger.reconciliation.Finding;
import org.yinxin.ledger.reconciliation.Findings;
import org.yinxin.ledger.reconciliation.RowCheck;
import org.yinxin.shared.Commitment;
import org.yinxin.shared.Digest;
import org.yinxin.shared.Salt;

/** Compares what happened to seals with the contract's events. */
@Component
class ComparedSealEvents implements ComparedBook {

    private static final String EVENT = Finding.table("seal", "event");
    private static final Set<String> STEPS = Set.of("SealIssued", "SealMoved", "SealRenewed", "RootReplaced");
    private static final String ROWS = """
            select e.seq, e.entry_id, s.on_chain_id, e.step, e.to_status, e.bureau, e.reason, e.reason_salt
              from seal.event e left join seal.seal s on s.id = e.seal_id
            """;
    private static final int AT_ONCE = 1_000;

    private final JdbcClient jdbc;
    private final BookedEntries entries;

    ComparedSealEvents(JdbcClient jdbc, BookedEntries entries) {
        this.jdbc = jdbc;
        this.entries = entries;
    }

    /** @param opened what the chain holds of the reason, if the row says one */
    private record Row(
            long seq,
            @Nullable UUID entry,
            @Nullable Digest seal,
            SealStep step,
            String to,
            @Nullable String bureau,
            @Nullable String reason,
            @Nullable Digest opened) {}

    @Override
    public void compare(List<ChainFact> facts, Findings findings) {
        List<ChainFact> steps = facts.stream()
                .filter(fact -> fact.recorded() && STEPS.contains(fact.event()))
                .toList();
        Map<UUID, Row> told = of(steps.stream().map(ChainFact::entry).toList());
        for (ChainFact step : steps) {
            Row row = told.get(step.entry());
            RowCheck check = new RowCheck(EVENT, step.entry(), step.subject());
            if (row == null) {
                check.missing(findings, "step", step.event());
            } else {
                compare(row, step, check);
                check.changed(findings);
            }
        }
    }

    private static void compare(Row row, ChainFact fact, RowCheck check) {
        check.note("seal_id", fact.digest("seal"), row.seal()).note("step", step(fact), row.step());
        String to = fact.fields().get("to");
        if (to != null) {
            check.note("to_status", to, row.to());
        }
        String by = fact.fields().get("by");
        if (by != null) {
            check.note("bureau", by.equals(Party.PLATFORM.name()) ? null : by, row.bureau());
        }
        Digest committed = fact.digest("reason") == null ? fact.digest("consent") : fact.digest("reason");
        if (committed != null && (row.opened() != null || row.reason() != null)) {
            check.note("reason", committed, row.opened());
        }
    }

    private static SealStep step(ChainFact fact) {
        return switch (fact.event()) {
            case "SealIssued" -> SealStep.ISSUE;
            case "SealRenewed" -> SealStep.RENEW;
            case "RootReplaced" -> SealStep.REPLACE_KEY;
            default ->
                switch (Objects.requireNonNullElse(fact.fields().get("to"), "")) {
                    case "SUSPENDED" -> SealStep.SUSPEND;
                    case "REVOKED" -> SealStep.REVOKE;
                    default ->
                        Objects.equals(fact.fields().get("from"), "ISSUED") ? SealStep.ACTIVATE : SealStep.RESUME;
                };
        };
    }

    /** Steps for the chain without an entry that the outbox knows, and steps of time that had not come. */
    @Override
    public void compareEveryRow(Findings findings) {
        long last = 0;
        List<Row> some = after(last);
        while (!some.isEmpty()) {
            Map<UUID, Recording.Status> known = entries.statuses(
                    some.stream().map(Row::entry).filter(Objects::nonNull).toList());
            some.stream()
                    .filter(row -> row.entry() == null || !known.containsKey(row.entry()))
                    .forEach(row -> new RowCheck(
                                    EVENT,
                                    row.entry() == null ? row.seq() : row.entry(),
                                    new Finding.Subject(row.entry(), row.seal(), null, null, null))
                            .inserted(findings, "step", row.step()));
            last = some.getLast().seq();
            some = after(last);
        }
    }

    private List<Row> after(long seq) {
        return jdbc.sql(ROWS + """
                        where e.seq > :after and (e.entry_id is not null
                          or e.step in ('ISSUE', 'ACTIVATE', 'SUSPEND', 'RESUME', 'REVOKE', 'RENEW', 'REPLACE_KEY')
                          or e.step = 'EXPIRE' and s.valid_to > e.at
                          or e.step = 'REPLACE' and not exists (select 1 from seal.seal v
                                                                 where v.number = s.number and v.version > s.version))
                        order by e.seq limit :count""")
                .param("after", seq)
                .param("count", AT_ONCE)
                .query(ComparedSealEvents::row)
                .list();
    }

    private Map<UUID, Row> of(List<UUID> steps) {
        Map<UUID, Row> rows = new HashMap<>();
        if (!steps.isEmpty()) {
            jdbc.sql(ROWS + "where e.entry_id in (:entries)")
                    .param("entries", steps)
                    .query(ComparedSealEvents::row)
                    .list()
                    .forEach(row -> rows.put(Objects.requireNonNull(row.entry()), row));
        }
        return rows;
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        byte[] seal = row.getBytes("on_chain_id");
        String reason = row.getString("reason");
        byte[] salt = row.getBytes("reason_salt");
        return new Row(
                row.getLong("seq"),
                row.getObject("entry_id", UUID.class),
                seal == null ? null : Digest.of(seal),
                SealStep.valueOf(row.getString("step")),
                row.getString("to_status"),
                row.getString("bureau"),
                reason,
                reason == null || salt == null ? null : Commitment.of(Salt.of(salt), reason));
    }
}
