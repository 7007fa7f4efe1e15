package org.yinxin.sealing;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
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
import org.yinxin.seal.Seals;
import org.yinxin.sealing.UseBookRows.UseRow;
import org.yinxin.shared.Digest;

/** Compares the use books with the contract's events: numbers, commitments, and what opens them. */
@Component
class UseBook implements ComparedBook {

    private static final String USE = Finding.table("sealing", "use");
    private static final int AT_ONCE = 1_000;

    private final UseBookRows rows;
    private final UseAuthorities authorities;
    private final Seals seals;
    private final BookedEntries entries;

    UseBook(UseBookRows rows, UseAuthorities authorities, Seals seals, BookedEntries entries) {
        this.rows = rows;
        this.authorities = authorities;
        this.seals = seals;
        this.entries = entries;
    }

    @Override
    public void compare(List<ChainFact> facts, Findings findings) {
        List<ChainFact> uses = facts.stream()
                .filter(fact -> fact.recorded() && fact.event().equals("UseRecorded"))
                .toList();
        Map<UUID, UseRow> told = new HashMap<>();
        rows.of(uses.stream().map(ChainFact::entry).toList()).forEach(row -> told.put(row.entry(), row));
        Map<Digest, Optional<String>> numbers = new HashMap<>();
        UseAuthorities.Known known = authorities.of(told.values());
        for (ChainFact use : uses) {
            UseRow row = told.get(use.entry());
            RowCheck check = new RowCheck(USE, use.entry(), use.subject());
            if (row == null) {
                check.missing(findings, "number", use.number());
            } else {
                new RowCheck(USE, use.entry(), use.subject())
                        .note("number", use.number(), row.number())
                        .as(FindingKind.RENUMBERED, findings);
                compare(row, use, numbers, check);
                known.compare(row, use, check);
                check.changed(findings);
            }
        }
    }

    private void compare(UseRow row, ChainFact use, Map<Digest, Optional<String>> numbers, RowCheck check) {
        if (!row.status().isDownloadable()) {
            check.note("status", UseStatus.RECORDED, row.status());
        }
        Digest seal = Objects.requireNonNull(use.digest("seal"));
        String number = numbers.computeIfAbsent(
                        seal,
                        any -> seals.findOnChain(seal)
                                .map(found -> found.number().value()))
                .orElse(row.sealNumber());
        check.note("seal_number", number, row.sealNumber())
                .note("seal_on_chain", seal, row.seal())
                .note("code", use.digest("use"), row.code())
                .note("authorised_digest", use.digest("authorised"), row.authorised())
                .note("sealed_digest", use.digest("sealedRevision"), row.sealed())
                .note("purpose_digest", use.digest("purpose"), row.purposeDigest())
                .note("purpose", use.digest("purpose"), row.purposeOpened());
        // With another purpose the digest over all of it differs as well, which says no more.
        if (row.authorisedOpened() != null && Objects.equals(use.digest("purpose"), row.purposeOpened())) {
            check.note("authorised", use.digest("authorised"), row.authorisedOpened());
        }
    }

    @Override
    public void compareEveryRow(Findings findings) {
        List<UseRow> some = rows.after(null, AT_ONCE);
        while (!some.isEmpty()) {
            Map<UUID, Recording.Status> known = entries.statuses(
                    some.stream().map(UseRow::entry).filter(Objects::nonNull).toList());
            some.forEach(row -> behind(row, known, findings));
            some = rows.after(some.getLast().id(), AT_ONCE);
        }
        rows.gaps().forEach(gap -> broken(gap, findings));
    }

    /** A use that calls itself recorded needs an entry that was; the entries themselves have been compared already. */
    private static void behind(UseRow row, Map<UUID, Recording.Status> known, Findings findings) {
        Recording.Status status = row.entry() == null ? null : known.get(row.entry());
        if (status == null || status == Recording.Status.REFUSED) {
            new RowCheck(USE, row.id(), new Finding.Subject(row.entry(), row.seal(), row.code(), row.number(), null))
                    .inserted(findings, "number", row.number());
        }
    }

    private static void broken(UseBookRows.Gap gap, Findings findings) {
        Finding.Subject about = new Finding.Subject(null, null, null, gap.before() + 1, null);
        new RowCheck(USE, gap.sealNumber() + " " + gap.number(), about)
                .note("number", gap.before() + 1, gap.number())
                .as(FindingKind.BOOK_BROKEN, findings);
    }
}
