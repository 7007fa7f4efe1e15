package org.yinxin.mandate;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yinxin.ledger.BookedEntries;
import org.yinxin.ledger.Recording;
import org.yinxin.ledger.reconciliation.ChainFact;
import org.yinxin.ledger.reconciliation.ComparedBook;
import org.yinxin.ledger.reconciliation.Finding;
import org.yinxin.ledger.reconciliation.Findings;
import org.yinxin.ledger.reconciliation.RowCheck;
import org.yinxin.shared.Digest;

/** Compares the uses that are counted under each mandate with those that the contract recorded. */
@Component
class ComparedUseCounts implements ComparedBook {

    private static final String USE = Finding.table("mandate", "recorded_use");
    private static final int AT_ONCE = 5_000;

    private final JdbcClient jdbc;
    private final BookedEntries entries;

    ComparedUseCounts(JdbcClient jdbc, BookedEntries entries) {
        this.jdbc = jdbc;
        this.entries = entries;
    }

    @Override
    public void compare(List<ChainFact> facts, Findings findings) {
        List<ChainFact> uses = facts.stream()
                .filter(fact -> fact.recorded() && fact.event().equals("UseRecorded"))
                .toList();
        Map<UUID, Digest> counted = counted(uses.stream().map(ChainFact::entry).toList());
        for (ChainFact use : uses) {
            Digest mandate = counted.get(use.entry());
            RowCheck check = new RowCheck(USE, use.entry(), use.subject());
            if (mandate == null) {
                check.missing(findings, "mandate", use.digest("mandate"));
            } else {
                check.note("mandate", use.digest("mandate"), mandate).changed(findings);
            }
        }
    }

    @Override
    public void compareEveryRow(Findings findings) {
        List<UUID> some = after(null);
        while (!some.isEmpty()) {
            Map<UUID, Recording.Status> known = entries.statuses(some);
            some.stream()
                    .filter(entry -> !known.containsKey(entry) || known.get(entry) == Recording.Status.REFUSED)
                    .forEach(entry -> new RowCheck(USE, entry, new Finding.Subject(entry, null, null, null, null))
                            .inserted(findings, "entry_id", entry));
            some = after(some.getLast());
        }
    }

    private List<UUID> after(@Nullable UUID entry) {
        return jdbc.sql(
                        "select entry_id from mandate.recorded_use where entry_id > :after order by entry_id limit :count")
                .param("after", entry == null ? new UUID(0, 0) : entry)
                .param("count", AT_ONCE)
                .query(UUID.class)
                .list();
    }

    private Map<UUID, Digest> counted(List<UUID> uses) {
        Map<UUID, Digest> counted = new HashMap<>();
        if (!uses.isEmpty()) {
            jdbc.sql("select entry_id, mandate from mandate.recorded_use where entry_id in (:uses)")
                    .param("uses", uses)
                    .query(row -> {
                        counted.put(row.getObject(1, UUID.class), Digest.of(row.getBytes(2)));
                    });
        }
        return counted;
    }
}
