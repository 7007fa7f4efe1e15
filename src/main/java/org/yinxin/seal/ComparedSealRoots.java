package org.yinxin.seal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yinxin.ledger.BookedEntries;
import org.yinxin.ledger.Recording;
import org.yinxin.ledger.reconciliation.ChainFact;
import org.yinxin.ledger.reconciliation.ComparedBook;
import org.yinxin.ledger.reconciliation.Finding;
import org.yinxin.ledger.reconciliation.Findings;
import org.yinxin.ledger.reconciliation.PlantedRoot;
import org.yinxin.ledger.reconciliation.RowCheck;
import org.yinxin.shared.Digest;

/** Compares the keys at the root of seals with what was signed and sent when they were planted, and replaced since. */
@Component
class ComparedSealRoots implements ComparedBook {

    private static final String ROOT = Finding.table("seal", "root");
    private static final String ROWS =
            "select mandate, number, key_kind, key_x, key_y, entry_id, state from seal.root ";

    private final JdbcClient jdbc;
    private final BookedEntries entries;
    private final Seals seals;

    ComparedSealRoots(JdbcClient jdbc, BookedEntries entries, Seals seals) {
        this.jdbc = jdbc;
        this.entries = entries;
        this.seals = seals;
    }

    private record Row(
            Digest mandate, String number, String kind, Digest x, Digest y, UUID entry, SealRoot.State state) {}

    @Override
    public void compare(List<ChainFact> facts, Findings findings) {
        List<ChainFact> planted = facts.stream()
                .filter(fact -> fact.recorded() && PlantedRoot.of(fact).isPresent())
                .toList();
        List<Row> rows = of(planted.stream().map(ChainFact::entry).toList());
        for (ChainFact fact : planted) {
            PlantedRoot root = PlantedRoot.of(fact).orElseThrow();
            RowCheck check = new RowCheck(ROOT, root.mandate().hex(), fact.subject());
            Optional<Row> told = rows.stream()
                    .filter(row -> row.entry().equals(fact.entry()))
                    .findFirst();
            if (told.isEmpty()) {
                check.missing(findings, "mandate", root.mandate());
            } else {
                compare(told.get(), root, fact, check);
                check.changed(findings);
            }
            replaced(fact, findings);
        }
    }

    private void compare(Row row, PlantedRoot root, ChainFact fact, RowCheck check) {
        String number = seals.findOnChain(Objects.requireNonNull(fact.digest("seal")))
                .map(seal -> seal.number().value())
                .orElse(null);
        boolean taken = row.state() == SealRoot.State.IN_FORCE || row.state() == SealRoot.State.REPLACED;
        check.note("mandate", root.mandate(), row.mandate())
                .note("number", number, row.number())
                .note("key_kind", root.key().kind().name(), row.kind())
                .note("key_x", root.key().x(), row.x())
                .note("key_y", root.key().y(), row.y())
                .note("state", taken ? row.state() : SealRoot.State.IN_FORCE, row.state());
        if (row.state() == SealRoot.State.REPLACED && !hasAnother(row)) {
            check.note("state", SealRoot.State.IN_FORCE, row.state());
        }
    }

    private void replaced(ChainFact fact, Findings findings) {
        Digest before = fact.event().equals("RootReplaced") ? fact.digest("before") : null;
        if (before != null) {
            jdbc.sql(ROWS + "where mandate = :mandate")
                    .param("mandate", before.bytes())
                    .query(ComparedSealRoots::row)
                    .list()
                    .forEach(row -> new RowCheck(ROOT, before.hex(), fact.subject())
                            .note("state", SealRoot.State.REPLACED, row.state())
                            .changed(findings));
        }
    }

    private boolean hasAnother(Row row) {
        return jdbc.sql("""
                        select exists (select 1 from seal.root
                                        where number = :number and mandate <> :mandate and state in ('IN_FORCE', 'PENDING'))""")
                .param("number", row.number())
                .param("mandate", row.mandate().bytes())
                .query(Boolean.class)
                .single();
    }

    @Override
    public void compareEveryRow(Findings findings) {
        List<Row> all = jdbc.sql(ROWS + "where state <> 'REFUSED' order by mandate")
                .query(ComparedSealRoots::row)
                .list();
        Map<UUID, Recording.Status> known =
                entries.statuses(all.stream().map(Row::entry).toList());
        all.stream()
                .filter(row -> known.getOrDefault(row.entry(), Recording.Status.REFUSED) == Recording.Status.REFUSED)
                .forEach(row -> new RowCheck(
                                ROOT, row.mandate().hex(), new Finding.Subject(row.entry(), null, null, null, null))
                        .inserted(findings, "state", row.state()));
    }

    private List<Row> of(Collection<UUID> planting) {
        return planting.isEmpty()
                ? List.of()
                : jdbc.sql(ROWS + "where entry_id in (:entries)")
                        .param("entries", planting)
                        .query(ComparedSealRoots::row)
                        .list();
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        return new Row(
                Digest.of(row.getBytes("mandate")),
                row.getString("number"),
                row.getString("key_kind"),
                Digest.of(row.getBytes("key_x")),
                Digest.of(row.getBytes("key_y")),
                Objects.requireNonNull(row.getObject("entry_id", UUID.class)),
                SealRoot.State.valueOf(row.getString("state")));
    }
}
