package org.yinxin.sealing;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.yinxin.ledger.BookedEntries;
import org.yinxin.ledger.Recording;
import org.yinxin.ledger.reconciliation.ChainFact;
import org.yinxin.ledger.reconciliation.ComparedBook;
import org.yinxin.ledger.reconciliation.Finding;
import org.yinxin.ledger.reconciliation.FindingKind;
import org.yinxin.ledger.reconciliation.Findings;
import org.yinxin.ledger.reconciliation.RowCheck;

/** Compares what was said of uses with the contract's events. */
@Component
class MarkBook implements ComparedBook {

    private static final String MARK = Finding.table("sealing", "use_mark");

    private final MarkRows rows;
    private final BookedEntries entries;

    MarkBook(MarkRows rows, BookedEntries entries) {
        this.rows = rows;
        this.entries = entries;
    }

    @Override
    public void compare(List<ChainFact> facts, Findings findings) {
        List<ChainFact> marks = facts.stream()
                .filter(fact -> fact.recorded() && fact.event().equals("UseMarked"))
                .toList();
        Map<UUID, MarkRows.Opened> told =
                rows.opened(marks.stream().map(ChainFact::entry).toList());
        for (ChainFact mark : marks) {
            MarkRows.Opened row = told.get(mark.entry());
            if (row == null) {
                new RowCheck(MARK, mark.entry(), mark.subject()).missing(findings, "number", mark.number());
            } else {
                compare(row, mark, findings);
            }
        }
    }

    private static void compare(MarkRows.Opened row, ChainFact mark, Findings findings) {
        new RowCheck(MARK, mark.entry(), mark.subject())
                .note("number", mark.number(), row.number())
                .as(FindingKind.RENUMBERED, findings);
        new RowCheck(MARK, mark.entry(), mark.subject())
                .note("use_id", mark.digest("use"), row.use())
                .note("mark", mark.fields().get("mark"), row.mark().name())
                .note("party", mark.fields().get("by"), row.party().name())
                .note("mandate", mark.digest("mandate"), row.mandate())
                .note("reason", mark.digest("reason"), row.reason())
                .note("status", MarkView.Status.RECORDED, row.status())
                .changed(findings);
    }

    @Override
    public void compareEveryRow(Findings findings) {
        List<UUID> all = rows.recordedEntries();
        Map<UUID, Recording.Status> known = entries.statuses(all);
        all.stream()
                .filter(entry -> known.getOrDefault(entry, Recording.Status.REFUSED) == Recording.Status.REFUSED)
                .forEach(entry -> new RowCheck(MARK, entry, new Finding.Subject(entry, null, null, null, null))
                        .inserted(findings, "id", entry));
    }
}
