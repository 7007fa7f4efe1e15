package org.yinxin.sealing;

import java.util.ArrayList;
import java.util.HashMap;
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
import org.yinxin.sealing.UseBookRows.UseRow;

/** Compares the use books with the contract's events: numbers, commitments, and what opens them. */
@Component
class UseBook implements ComparedBook {

    private static final String USE = Finding.table("sealing", "use");
    private static final int AT_ONCE = 1_000;

    private final UseBookRows rows;
    private final Ledger ledger;

    UseBook(UseBookRows rows, Ledger ledger) {
        this.rows = rows;
        this.ledger = ledger;
    }

    @Override
    public void compare(List<ChainFact> facts, Findings findings) {
        List<ChainFact> uses = facts.stream()
                .filter(fact -> fact.recorded() && fact.event().equals("UseRecorded"))
                .toList();
        Map<UUID, UseRow> told = new HashMap<>();
        rows.of(uses.stream().map(ChainFact::entry).toList()).forEach(row -> told.put(row.entry(), row));
        for (ChainFact use : uses) {
            UseRow row = told.get(use.entry());
            if (row == null) {
                findings.add(new Finding(
                        FindingKind.ROW_MISSING,
                        USE,
                        use.entry().toString(),
                        use.subject(),
                        List.of(new Mismatch("number", String.valueOf(use.number()), ""))));
            } else {
                compare(row, use, findings);
            }
        }
    }

    private static void compare(UseRow row, ChainFact use, Findings findings) {
        List<Mismatch> renumbered = new ArrayList<>();
        note(renumbered, "number", use.number(), row.number());
        findings.addIfAny(FindingKind.RENUMBERED, USE, use.entry().toString(), use.subject(), renumbered);

        List<Mismatch> changed = new ArrayList<>();
        if (!row.status().isDownloadable()) {
            note(changed, "status", UseStatus.RECORDED, row.status());
        }
        note(changed, "seal_on_chain", use.digest("seal"), row.seal());
        note(changed, "code", use.digest("use"), row.code());
        note(changed, "authorised_digest", use.digest("authorised"), row.authorised());
        note(changed, "sealed_digest", use.digest("sealedRevision"), row.sealed());
        note(changed, "purpose_digest", use.digest("purpose"), row.purposeDigest());
        note(changed, "purpose", use.digest("purpose"), row.purposeOpened());
        findings.addIfAny(FindingKind.ROW_CHANGED, USE, use.entry().toString(), use.subject(), changed);
    }

    @Override
    public void compareEveryRow(Findings findings) {
        List<UseRow> some = rows.after(null, AT_ONCE);
        while (!some.isEmpty()) {
            Map<UUID, Recording> recordings = ledger.recordings(
                    some.stream().map(UseRow::entry).filter(Objects::nonNull).toList());
            some.forEach(row -> behind(row, recordings.get(row.entry()), findings));
            some = rows.after(some.getLast().id(), AT_ONCE);
        }
    }

    /** A use that calls itself recorded needs an entry that was; the entries themselves have been compared already. */
    private static void behind(UseRow row, @Nullable Recording recording, Findings findings) {
        boolean stands = recording != null && (recording.pending() || recording.status() == Recording.Status.RECORDED);
        if (!stands) {
            findings.add(new Finding(
                    FindingKind.ROW_INSERTED,
                    USE,
                    row.id().toString(),
                    new Finding.Subject(row.entry(), row.seal(), row.code(), row.number(), null),
                    List.of(new Mismatch("number", "", String.valueOf(row.number())))));
        }
    }

    private static void note(
            List<Mismatch> mismatches, String what, @Nullable Object expected, @Nullable Object found) {
        if (!Objects.equals(expected, found)) {
            mismatches.add(new Mismatch(what, Objects.toString(expected, ""), Objects.toString(found, "")));
        }
    }
}
