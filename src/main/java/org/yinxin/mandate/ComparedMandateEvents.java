package org.yinxin.mandate;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yinxin.ledger.reconciliation.ChainFact;
import org.yinxin.ledger.reconciliation.ComparedBook;
import org.yinxin.ledger.reconciliation.Finding;
import org.yinxin.ledger.reconciliation.Findings;
import org.yinxin.ledger.reconciliation.PlantedRoot;
import org.yinxin.ledger.reconciliation.RowCheck;
import org.yinxin.shared.Commitment;
import org.yinxin.shared.Digest;
import org.yinxin.shared.Salt;

/** Compares what happened to mandates, as far as it went to the chain, with the contract's events. */
@Component
class ComparedMandateEvents implements ComparedBook {

    private static final String EVENT = Finding.table("mandate", "event");
    private static final Set<MandateStep> TAKING_BACK = Set.of(MandateStep.WITHDRAW, MandateStep.GIVE_UP);
    private static final String ROWS = """
            select m.on_chain_id, e.seq, e.step, e.to_status, e.actor, e.reason, e.reason_salt, e.entry_id
              from mandate.event e join mandate.mandate m on m.id = e.mandate_id
            """;

    private final JdbcClient jdbc;

    ComparedMandateEvents(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Row(
            Digest mandate,
            long seq,
            MandateStep step,
            String to,
            String actor,
            @Nullable Digest reason,
            @Nullable UUID entry) {}

    @Override
    public void compare(List<ChainFact> facts, Findings findings) {
        List<ChainFact> ours = facts.stream()
                .filter(ChainFact::recorded)
                .filter(fact -> mandate(fact) != null)
                .toList();
        List<Row> rows = of(
                ours.stream().map(fact -> Objects.requireNonNull(mandate(fact))).toList());
        ours.forEach(fact -> compare(fact, Objects.requireNonNull(mandate(fact)), rows, findings));
    }

    /** The mandate whose history the fact is a part of. */
    private static @Nullable Digest mandate(ChainFact fact) {
        return switch (fact.event()) {
            case "MandateGiven", "MandateWithdrawn" -> fact.digest("mandate");
            case "RootReplaced" -> fact.digest("root");
            case "SealIssued" -> PlantedRoot.of(fact).map(PlantedRoot::mandate).orElse(null);
            default -> null;
        };
    }

    private static void compare(ChainFact fact, Digest mandate, List<Row> rows, Findings findings) {
        List<Row> history =
                rows.stream().filter(row -> row.mandate().equals(mandate)).toList();
        List<Row> told =
                history.stream().filter(row -> fact.entry().equals(row.entry())).toList();
        boolean fell = history.stream().anyMatch(row -> row.step() == MandateStep.FALL);
        for (Set<MandateStep> wanted : wanted(fact.event(), fell)) {
            List<Row> found =
                    told.stream().filter(row -> wanted.contains(row.step())).toList();
            String what =
                    String.join(" / ", wanted.stream().map(Enum::name).sorted().toList());
            if (found.isEmpty()) {
                new RowCheck(EVENT, mandate.hex() + " " + what, fact.subject()).missing(findings, "step", what);
            }
            found.stream()
                    .skip(1)
                    .forEach(row ->
                            new RowCheck(EVENT, row.seq(), fact.subject()).inserted(findings, "step", row.step()));
        }
        told.forEach(row -> compare(fact, row, findings));
    }

    /** The steps that an event leaves in the history of its mandate; one that fell before takes no answer any more. */
    private static List<Set<MandateStep>> wanted(String event, boolean fell) {
        List<Set<MandateStep>> wanted = new ArrayList<>();
        if (event.equals("MandateGiven")) {
            wanted.add(Set.of(MandateStep.SIGN));
        }
        if (event.equals("MandateWithdrawn")) {
            wanted.add(TAKING_BACK);
        }
        if (!fell) {
            wanted.add(Set.of(event.equals("MandateWithdrawn") ? MandateStep.RECORD_WITHDRAWAL : MandateStep.RECORD));
        }
        return wanted;
    }

    private static void compare(ChainFact fact, Row row, Findings findings) {
        RowCheck check = new RowCheck(EVENT, row.seq(), fact.subject());
        MandateTransitions.TABLE.stream()
                .filter(edge -> edge.event() == row.step())
                .findFirst()
                .ifPresent(edge -> check.note("to_status", edge.to().name(), row.to())
                        .note("actor", edge.actor().name(), row.actor()));
        if (TAKING_BACK.contains(row.step())) {
            check.note("reason", fact.digest("reason"), row.reason());
        }
        check.changed(findings);
    }

    /** Steps that go to the chain and name no entry of the outbox. */
    @Override
    public void compareEveryRow(Findings findings) {
        jdbc.sql(ROWS + """
                        where e.step in ('SIGN', 'RECORD', 'WITHDRAW', 'GIVE_UP', 'RECORD_WITHDRAWAL')
                          and not exists (select 1 from mandate.mandate k
                                           where k.id = e.mandate_id and e.entry_id in (k.given_entry_id, k.withdrawal_entry_id))
                          and not exists (select 1 from mandate.event o
                                           where o.mandate_id = e.mandate_id and o.seq > e.seq and o.step = e.step)
                        order by e.seq limit 1000""")
                .query(ComparedMandateEvents::row)
                .list()
                .forEach(row -> new RowCheck(EVENT, row.seq(), new Finding.Subject(row.entry(), null, null, null, null))
                        .inserted(findings, "step", row.step()));
    }

    private List<Row> of(Collection<Digest> mandates) {
        return mandates.isEmpty()
                ? List.of()
                : jdbc.sql(ROWS + "where m.on_chain_id in (:mandates) order by e.seq")
                        .param("mandates", mandates.stream().map(Digest::bytes).toList())
                        .query(ComparedMandateEvents::row)
                        .list();
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        String reason = row.getString("reason");
        byte[] salt = row.getBytes("reason_salt");
        return new Row(
                Digest.of(row.getBytes("on_chain_id")),
                row.getLong("seq"),
                MandateStep.valueOf(row.getString("step")),
                row.getString("to_status"),
                row.getString("actor"),
                reason == null || salt == null ? null : Commitment.of(Salt.of(salt), reason),
                row.getObject("entry_id", UUID.class));
    }
}
