package org.yinxin.sealing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yinxin.ledger.Ledger;
import org.yinxin.ledger.Recording;
import org.yinxin.ledger.reconciliation.ChainFact;
import org.yinxin.ledger.reconciliation.ComparedBook;
import org.yinxin.ledger.reconciliation.Finding;
import org.yinxin.ledger.reconciliation.FindingKind;
import org.yinxin.ledger.reconciliation.Findings;
import org.yinxin.ledger.reconciliation.Mismatch;

/** Compares what was said of uses with the contract's events. */
@Component
class MarkBook implements ComparedBook {

    private static final String MARK = Finding.table("sealing", "use_mark");

    private final MarkRows rows;
    private final Ledger ledger;

    MarkBook(MarkRows rows, Ledger ledger) {
        this.rows = rows;
        this.ledger = ledger;
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
                findings.add(new Finding(
                        FindingKind.ROW_MISSING,
                        MARK,
                        mark.entry().toString(),
                        mark.subject(),
                        List.of(new Mismatch("number", String.valueOf(mark.number()), ""))));
            } else {
                compare(row, mark, findings);
            }
        }
    }

    private static void compare(MarkRows.Opened row, ChainFact mark, Findings findings) {
        List<Mismatch> renumbered = new ArrayList<>();
        note(renumbered, "number", mark.number(), row.number());
        findings.addIfAny(FindingKind.RENUMBERED, MARK, mark.entry().toString(), mark.subject(), renumbered);
        List<Mismatch> changed = new ArrayList<>();
        note(changed, "mark", mark.fields().get("mark"), row.mark().name());
        note(changed, "party", mark.fields().get("by"), row.party().name());
        note(changed, "reason", mark.digest("reason"), row.reason());
        findings.addIfAny(FindingKind.ROW_CHANGED, MARK, mark.entry().toString(), mark.subject(), changed);
    }

    @Override
    public void compareEveryRow(Findings findings) {
        List<UUID> all = rows.recordedEntries();
        Map<UUID, Recording> recordings = ledger.recordings(all);
        for (UUID entry : all) {
            Recording recording = recordings.get(entry);
            if (recording == null || !recording.pending() && recording.status() != Recording.Status.RECORDED) {
                findings.add(new Finding(
                        FindingKind.ROW_INSERTED,
                        MARK,
                        entry.toString(),
                        new Finding.Subject(entry, null, null, null, null),
                        List.of(new Mismatch("number", "", ""))));
            }
        }
    }

    private static void note(
            List<Mismatch> mismatches, String what, @Nullable Object expected, @Nullable Object found) {
        if (!Objects.equals(expected, found)) {
            mismatches.add(new Mismatch(what, Objects.toString(expected, ""), Objects.toString(found, "")));
        }
    }
}
