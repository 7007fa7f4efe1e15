package org.yinxin.ledger.reconciliation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yinxin.ledger.BookedEntries;
import org.yinxin.ledger.BookedEntry;
import org.yinxin.ledger.BookedTransaction;
import org.yinxin.ledger.ChainAnswer;
import org.yinxin.ledger.ChainReader;
import org.yinxin.ledger.EntryEvents;
import org.yinxin.ledger.LedgerEntry;
import org.yinxin.ledger.MinedTransaction;
import org.yinxin.ledger.Receipt;

/** Compares the ledger's own rows, entries and receipts, with the contract's events, both ways. */
@Component
class LedgerBook {

    /** For so long an event may stand on the chain before our rows say so. */
    private static final Duration SETTLES_WITHIN = Duration.ofMinutes(10);

    private final BookedEntries entries;
    private final TransactionBook transactions;
    private final ChainReader chain;
    private final Clock clock;

    LedgerBook(BookedEntries entries, TransactionBook transactions, ChainReader chain, Clock clock) {
        this.entries = entries;
        this.transactions = transactions;
        this.chain = chain;
        this.clock = clock;
    }

    /**
     * What came of a part of the chain.
     *
     * @param settled the facts that the other books are to be compared with
     * @param unsettledFrom the first block that must be looked at once more, as our rows have not caught up yet
     */
    record Part(List<ChainFact> settled, @Nullable Long unsettledFrom) {}

    Part compare(long from, long to, List<ChainFact> facts, Findings findings) {
        Map<UUID, BookedEntry> rows = new HashMap<>();
        entries.of(facts.stream().map(ChainFact::entry).toList()).forEach(row -> rows.put(row.id(), row));
        List<ChainFact> settled = new ArrayList<>();
        Long unsettled = null;
        Kept kept = new Kept();
        for (ChainFact fact : facts) {
            BookedEntry row = rows.get(fact.entry());
            boolean ours = kept.of(fact) != null;
            if (row != null && !ours && isAnothers(row, fact)) {
                borrowed(fact, findings);
            } else if (row == null) {
                missing(fact, ours, findings);
                if (ours) {
                    settled.add(fact);
                }
            } else if (row.pending() && young(fact)) {
                unsettled = unsettled == null ? Long.valueOf(fact.block()) : unsettled;
            } else if (!overtaken(fact, row)) {
                compare(row, fact, kept.sound(fact, findings), findings);
                settled.add(fact.told(row.entry()));
            }
        }
        Set<UUID> told = facts.stream().map(ChainFact::entry).collect(Collectors.toSet());
        entries.inBlocks(from, to).stream()
                .filter(row -> !row.pending() && !told.contains(row.id()))
                .forEach(row -> withoutEvent(row, findings));
        Set<String> hashes =
                facts.stream().map(fact -> fact.transaction().hash()).collect(Collectors.toSet());
        transactions.compareRows(from, to, hashes, findings);
        return new Part(settled, unsettled);
    }

    /** Rows that no part of the chain leads to. */
    void compareRest(long to, Findings findings) {
        entries.outside(to).stream().filter(row -> !row.pending()).forEach(row -> withoutEvent(row, findings));
        transactions.compareRest(to, findings);
    }

    /** Another party may write an identifier of ours into an event of its own: that says nothing of our entry. */
    private static boolean isAnothers(BookedEntry row, ChainFact fact) {
        return !EntryEvents.areOf(row.kind(), row.sender(), fact.fact());
    }

    private boolean young(ChainFact fact) {
        Instant now = clock.instant();
        return fact.transaction().blockTime().plus(SETTLES_WITHIN).isAfter(now);
    }

    /** A refusal after which the entry was recorded all the same, in a later block, where it is compared. */
    private static boolean overtaken(ChainFact fact, BookedEntry row) {
        return !fact.recorded() && row.receipt() != null && row.receipt().blockNumber() > fact.block();
    }

    private void compare(BookedEntry row, ChainFact fact, @Nullable BookedTransaction signed, Findings findings) {
        EntryComparison.compare(
                row,
                fact,
                signed,
                chain.chainId().orElseThrow(),
                chain.contract().orElseThrow(),
                findings);
    }

    /** The facts of one transaction follow one another: its row, which is long, is read and compared once. */
    private final class Kept {

        private @Nullable String hash;
        private @Nullable BookedTransaction row;
        private boolean compared;
        private boolean sound;

        @Nullable
        BookedTransaction of(ChainFact fact) {
            if (!fact.transaction().hash().equals(hash)) {
                hash = fact.transaction().hash();
                row = transactions.find(fact.transaction());
                compared = false;
            }
            return row;
        }

        /** The transaction as it was signed; absent when the row says something else. */
        @Nullable
        BookedTransaction sound(ChainFact fact, Findings findings) {
            BookedTransaction found = of(fact);
            if (!compared) {
                sound = TransactionBook.compare(found, fact.transaction(), findings);
                compared = true;
            }
            return sound ? found : null;
        }
    }

    private static void missing(ChainFact fact, boolean ours, Findings findings) {
        List<Mismatch> said = new ArrayList<>();
        said.add(new Mismatch("event", fact.event(), ""));
        said.add(new Mismatch("transaction_hash", fact.transaction().hash(), ""));
        said.add(new Mismatch("account", fact.transaction().sender(), ""));
        fact.fields().forEach((name, value) -> said.add(new Mismatch("fields." + name, value, "")));
        findings.add(
                ours
                        ? new Finding(
                                FindingKind.ROW_MISSING,
                                EntryComparison.ENTRY,
                                fact.entry().toString(),
                                fact.subject(),
                                said)
                        : new Finding(
                                FindingKind.EVENT_FOREIGN, "chain", fact.entry().toString(), fact.subject(), said));
    }

    private static void borrowed(ChainFact fact, Findings findings) {
        Finding.Subject about = fact.subject();
        findings.add(new Finding(
                FindingKind.EVENT_FOREIGN,
                "chain",
                fact.entry().toString(),
                new Finding.Subject(null, about.seal(), about.use(), about.number(), about.block()),
                List.of(
                        new Mismatch("event", fact.event(), ""),
                        new Mismatch("transaction_hash", fact.transaction().hash(), ""),
                        new Mismatch("account", fact.transaction().sender(), ""))));
    }

    /** The row's block does not speak of it: does another one? */
    private void withoutEvent(BookedEntry row, Findings findings) {
        Receipt receipt = row.receipt();
        Optional<ChainFact> elsewhere = about(row, receipt == null ? null : receipt.transactionHash());
        if (elsewhere.isPresent()) {
            compare(row, elsewhere.get(), null, findings);
            return;
        }
        Finding.Subject about = new Finding.Subject(
                row.id(),
                row.seal(),
                row.entry() instanceof LedgerEntry.Use use ? use.use() : null,
                receipt == null || receipt.useNumber().isEmpty()
                        ? null
                        : Long.valueOf(receipt.useNumber().getAsLong()),
                receipt == null ? null : Long.valueOf(receipt.blockNumber()));
        findings.add(new Finding(
                transactions.signed(row) ? FindingKind.EVENT_MISSING : FindingKind.ROW_INSERTED,
                EntryComparison.ENTRY,
                row.id().toString(),
                about,
                List.of(new Mismatch("event", "", receipt == null ? row.kind().name() : receipt.event()))));
    }

    private Optional<ChainFact> about(BookedEntry row, @Nullable String transactionHash) {
        ChainAnswer<MinedTransaction> answer = Heard.of(chain.about(row, transactionHash));
        return answer instanceof ChainAnswer.Known<MinedTransaction> known
                ? ChainFact.of(known.value()).stream()
                        .filter(fact -> Objects.equals(fact.entry(), row.id()))
                        .findFirst()
                : Optional.empty();
    }
}
