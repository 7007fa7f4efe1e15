package org.yinxin.ledger.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.yinxin.ledger.BookedEntry;
import org.yinxin.ledger.ChainAnswer;
import org.yinxin.ledger.MinedTransaction;
import org.yinxin.ledger.ReconciliationBench;

/** Rows changed, deleted, inserted and renumbered behind the application's back, and what is found of it. */
class ReconciliationIT {

    private static ReconciliationBench bench;
    private static Reconciliation reconciliation;
    private static RecordFindings findings;
    private static SimpleMeterRegistry metrics;

    @BeforeAll
    static void start() {
        bench = new ReconciliationBench();
        metrics = new SimpleMeterRegistry();
        findings = new RecordFindings(new FindingRows(bench.jdbc));
        reconciliation = reconciliation(metrics, 3);
    }

    private static Reconciliation reconciliation(SimpleMeterRegistry registry, int blocks) {
        FindingRows rows = new FindingRows(bench.jdbc);
        ReconciliationSettings settings = new ReconciliationSettings(Duration.ZERO, "0 30 2 * * *", blocks);
        return new Reconciliation(
                new Comparisons(bench.jdbc, bench.clock()),
                new ComparisonRun(bench.chain(), ledgerBook(bench), List.of(), rows, settings),
                rows,
                new ReconciliationMetrics(registry, bench.clock()),
                settings,
                new TransactionTemplate(new JdbcTransactionManager(bench.dataSource)));
    }

    private static LedgerBook ledgerBook(ReconciliationBench of) {
        TransactionBook transactions = new TransactionBook(of.bookedTransactions(), of.chain());
        return new LedgerBook(of.entries(), transactions, of.chain(), of.clock());
    }

    @AfterAll
    static void stop() {
        bench.close();
    }

    private static List<Finding> compared() {
        new Comparisons(bench.jdbc, bench.clock()).ask(true, null);
        reconciliation.tick();
        assertThat(reconciliation.last().orElseThrow().outcome()).isEqualTo(Comparison.Outcome.COMPARED);
        return open();
    }

    private static List<Finding> open() {
        return findings.list(null, false, 100, 1).stream()
                .map(FindingRow::finding)
                .toList();
    }

    /** Spoils, compares, sets right, compares again. */
    private static List<Finding> found(String spoil, String mend, Object... parameters) {
        bench.sql(spoil, parameters);
        List<Finding> found = compared();
        bench.sql(mend, parameters);
        assertThat(compared()).as("what was set right is found no more").isEmpty();
        return found;
    }

    private static UUID use(int number) {
        return bench.uses.get(number - 1);
    }

    @Test
    void anUntouchedLedgerMatches() {
        assertThat(compared()).isEmpty();
        assertThat(metrics.get("yinxin.reconciliation.age").gauge().value()).isLessThan(30);
        assertThat(metrics.get("yinxin.reconciliation.duration").timers()).isNotEmpty();
    }

    @Test
    void aChangedColumnOfAReceiptIsNamed() {
        assertThat(found(
                        "update ledger.receipt set gas_used = gas_used + 1 where entry_id = ?",
                        "update ledger.receipt set gas_used = gas_used - 1 where entry_id = ?",
                        use(2)))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.kind()).isEqualTo(FindingKind.ROW_CHANGED);
                    assertThat(finding.table()).isEqualTo("ledger.receipt");
                    assertThat(finding.row()).isEqualTo(use(2).toString());
                    assertThat(finding.about().seal()).isEqualTo(bench.seal);
                    assertThat(finding.about().number()).isEqualTo(2);
                    assertThat(finding.mismatches()).extracting(Mismatch::what).containsExactly("gas_used");
                });
    }

    @Test
    void everyOtherColumnOfAReceiptIsWatchedToo() {
        List<String> columns = List.of(
                "chain_id = chain_id # 1",
                "contract = set_byte(contract, 0, get_byte(contract, 0) # 1)",
                "account = set_byte(account, 0, get_byte(account, 0) # 1)",
                "transaction_hash = set_byte(transaction_hash, 0, get_byte(transaction_hash, 0) # 1)",
                "block_hash = set_byte(block_hash, 0, get_byte(block_hash, 0) # 1)",
                "log_index = log_index # 1",
                "party = case party when 'COURT' then 'PLATFORM' else 'COURT' end",
                "event = case event when 'SealMoved' then 'UseRecorded' else 'SealMoved' end",
                "block_time = case when block_time < '1990-01-01' then block_time + interval '50 years'"
                        + " else block_time - interval '50 years' end");
        for (String column : columns) {
            String statement = "update ledger.receipt set " + column + " where entry_id = ?";
            assertThat(found(statement, statement, use(1)))
                    .as(column)
                    .singleElement()
                    .satisfies(finding -> {
                        assertThat(finding.table()).isEqualTo("ledger.receipt");
                        assertThat(finding.mismatches())
                                .extracting(Mismatch::what)
                                .containsExactly(column.substring(0, column.indexOf(' ')));
                    });
        }
    }

    @Test
    void aReceiptThatPointsToAnotherBlockIsNamed() {
        for (int distance : List.of(1, -2, 1_000)) {
            assertThat(found(
                            "update ledger.receipt set block_number = block_number + " + distance
                                    + " where entry_id = ?",
                            "update ledger.receipt set block_number = block_number - " + distance
                                    + " where entry_id = ?",
                            use(3)))
                    .singleElement()
                    .satisfies(finding -> {
                        assertThat(finding.kind()).isEqualTo(FindingKind.WRONG_BLOCK);
                        assertThat(finding.mismatches())
                                .extracting(Mismatch::what)
                                .containsExactly("block_number");
                    });
        }
    }

    @Test
    void aRenumberedUseIsNamedWithBothNumbers() {
        assertThat(found(
                        "update ledger.receipt set fields = replace(fields::text, '\"number\":\"2\"', '\"number\":\"7\"')::json where entry_id = ?",
                        "update ledger.receipt set fields = replace(fields::text, '\"number\":\"7\"', '\"number\":\"2\"')::json where entry_id = ?",
                        use(2)))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.kind()).isEqualTo(FindingKind.RENUMBERED);
                    assertThat(finding.mismatches()).containsExactly(new Mismatch("fields.number", "2", "7"));
                });
    }

    @Test
    void aChangedEntryIsNamed() {
        assertThat(found(
                        "update ledger.entry set payload = jsonb_set(payload, '{purposeKept}', payload->'purpose') || jsonb_build_object('purpose', '0x' || repeat('ab', 32)) where id = ?",
                        "update ledger.entry set payload = (payload || jsonb_build_object('purpose', payload->'purposeKept')) - 'purposeKept' where id = ?",
                        use(1)))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.kind()).isEqualTo(FindingKind.ROW_CHANGED);
                    assertThat(finding.table()).isEqualTo("ledger.entry");
                    assertThat(finding.mismatches()).extracting(Mismatch::what).containsExactly("payload.purpose");
                    assertThat(finding.mismatches().getFirst().found()).isEqualTo("0x" + "ab".repeat(32));
                });
        assertThat(found(
                        "update ledger.entry set status = 'REFUSED', refusal = 'SealNotActive' where id = ?",
                        "update ledger.entry set status = 'RECORDED', refusal = null where id = ?",
                        bench.life.getLast()))
                .singleElement()
                .satisfies(finding -> assertThat(finding.mismatches())
                        .extracting(Mismatch::what)
                        .containsExactly("status", "refusal"));
    }

    @Test
    void whatAnEntrySaysBeyondItsEventIsHeldAgainstWhatWasSigned() {
        for (String part : List.of("{authority,signature,r}", "{authority,signature,s}")) {
            String swapped = "update ledger.entry set payload = jsonb_set(payload, '" + part + "', to_jsonb('0x' ||"
                    + " reverse(substr(payload #>> '" + part + "', 3)))) where id = ?";
            assertThat(found(swapped, swapped, use(2))).as(part).singleElement().satisfies(finding -> {
                assertThat(finding.kind()).isEqualTo(FindingKind.ROW_CHANGED);
                assertThat(finding.table()).isEqualTo("ledger.entry");
                assertThat(finding.row()).isEqualTo(use(2).toString());
                assertThat(finding.mismatches()).extracting(Mismatch::what).containsExactly("payload.signed");
            });
        }
    }

    @Test
    void theTransactionsThatWereSignedAreWatchedToo() {
        String brought = " where id = (select transaction_id from ledger.entry where id = ?)";
        List<String> columns = List.of(
                "raw = set_byte(raw, 200, get_byte(raw, 200) # 1)",
                "account = set_byte(account, 0, get_byte(account, 0) # 1)",
                "status = case status when 'MINED' then 'SUPERSEDED' else 'MINED' end",
                "block_number = block_number # 1",
                "block_hash = set_byte(block_hash, 0, get_byte(block_hash, 0) # 1)");
        for (String column : columns) {
            String statement = "update ledger.transaction set " + column + brought;
            assertThat(found(statement, statement, use(3)))
                    .as(column)
                    .singleElement()
                    .satisfies(finding -> {
                        assertThat(finding.kind()).isEqualTo(FindingKind.ROW_CHANGED);
                        assertThat(finding.table()).isEqualTo("ledger.transaction");
                        assertThat(finding.mismatches())
                                .extracting(Mismatch::what)
                                .containsExactly(column.substring(0, column.indexOf(' ')));
                    });
        }
        bench.sql("create table public.kept_transaction as select * from ledger.transaction" + brought, use(3));
        assertThat(found(
                        "delete from ledger.transaction" + brought,
                        "insert into ledger.transaction overriding system value select * from public.kept_transaction"
                                + " where exists (select ?::uuid)",
                        use(3)))
                .extracting(Finding::kind, Finding::table)
                .contains(tuple(FindingKind.ROW_MISSING, "ledger.transaction"));
        assertThat(found(
                        "insert into ledger.transaction (deployment_id, party, account, nonce, hash, raw, status, created_at,"
                                + " under_way_since, mined_at, block_number) select deployment_id, party, account, 9000,"
                                + " sha256(hash), raw, status, created_at, now(), mined_at, block_number"
                                + " from ledger.transaction" + brought,
                        "delete from ledger.transaction where nonce = 9000 and exists (select ?::uuid)",
                        use(3)))
                .extracting(Finding::kind, Finding::table)
                .containsExactly(tuple(FindingKind.ROW_INSERTED, "ledger.transaction"));
    }

    @Test
    void deletedRowsAreNamed() {
        bench.sql("create table public.kept as select * from ledger.receipt where entry_id = ?", use(2));
        assertThat(found(
                        "delete from ledger.receipt where entry_id = ?",
                        "insert into ledger.receipt overriding system value select * from public.kept where entry_id = ?",
                        use(2)))
                .extracting(Finding::kind, Finding::table, Finding::row)
                .containsExactly(tuple(FindingKind.ROW_MISSING, "ledger.receipt", use(2).toString()));

        bench.sql("create table public.kept_entry as select * from ledger.entry where id = ?", use(2));
        bench.sql("delete from ledger.receipt where entry_id = ?", use(2));
        bench.sql("delete from ledger.entry where id = ?", use(2));
        assertThat(compared())
                .extracting(
                        Finding::kind,
                        Finding::table,
                        finding -> finding.about().number())
                .containsExactly(tuple(FindingKind.ROW_MISSING, "ledger.entry", 2L));
        bench.sql(
                "insert into ledger.entry overriding system value select * from public.kept_entry where id = ?",
                use(2));
        bench.sql(
                "insert into ledger.receipt overriding system value select * from public.kept where entry_id = ?",
                use(2));
        assertThat(compared()).isEmpty();
    }

    @Test
    void anInsertedRowIsNamed() {
        UUID invented = UUID.randomUUID();
        bench.sql("""
                insert into ledger.entry (id, thread, kind, party, seal, payload, created_at, status, transaction_id, settled_at)
                select ?, thread, kind, party, seal, payload || jsonb_build_object('id', ?::text), created_at, status,
                       transaction_id, settled_at
                  from ledger.entry where id = ?""", invented, invented, use(3));
        List<Finding> withoutReceipt = compared();
        assertThat(withoutReceipt)
                .extracting(Finding::kind, Finding::row)
                .containsExactly(tuple(FindingKind.ROW_INSERTED, invented.toString()));
        bench.sql("""
                insert into ledger.receipt (entry_id, chain_id, contract, party, account, transaction_hash, block_hash,
                  block_number, block_time, log_index, gas_used, event, fields, stored_at)
                select ?, chain_id, contract, party, account, transaction_hash, block_hash, block_number, block_time,
                       log_index + 1, gas_used, event, replace(fields::text, '"number":"3"', '"number":"4"')::json, stored_at
                  from ledger.receipt where entry_id = ?""", invented, use(3));
        assertThat(compared())
                .extracting(
                        Finding::kind, Finding::row, finding -> finding.about().number())
                .containsExactly(tuple(FindingKind.ROW_INSERTED, invented.toString(), 4L));

        bench.sql("delete from ledger.receipt where entry_id = ?", invented);
        bench.sql("delete from ledger.entry where id = ?", invented);
        assertThat(compared()).isEmpty();
    }

    @Test
    void whatWeSignedAndTheChainDoesNotHoldIsAMissingEvent() {
        UUID entry = UUID.randomUUID();
        bench.forgotten(entry);

        assertThat(compared())
                .extracting(Finding::kind, Finding::table)
                .containsExactlyInAnyOrder(
                        tuple(FindingKind.EVENT_MISSING, "ledger.entry"),
                        tuple(FindingKind.EVENT_MISSING, "ledger.transaction"));

        bench.sql("delete from ledger.receipt where entry_id = ?", entry);
        bench.sql("delete from ledger.entry where id = ?", entry);
        bench.sql("delete from ledger.transaction where not deploys and status = 'MINED' and nonce > 1000");
        assertThat(compared()).isEmpty();
    }

    @Test
    void oneLiarFindsNothingAndSilentNodesSayNothing() {
        bench.lies(1);
        assertThat(compared()).isEmpty();

        bench.dies(0);
        bench.dies(2);
        bench.dies(3);
        bench.sql("update ledger.receipt set gas_used = gas_used + 1 where entry_id = ?", use(1));
        new Comparisons(bench.jdbc, bench.clock()).ask(true, null);
        reconciliation.work();
        assertThat(reconciliation.last().orElseThrow().outcome()).isEqualTo(Comparison.Outcome.NOT_COMPARED);
        assertThat(open()).isEmpty();

        for (int node = 0; node < 4; node++) {
            bench.isHonest(node);
        }
        assertThat(compared()).hasSize(1);
        bench.sql("update ledger.receipt set gas_used = gas_used - 1 where entry_id = ?", use(1));
        assertThat(compared()).isEmpty();
    }

    @Test
    void theNextComparisonLooksAtNewBlocksAndAtWhatWasFoundBefore() {
        compared();
        bench.sql("update ledger.receipt set gas_used = gas_used + 1 where entry_id = ?", use(1));
        reconciliation.tick();
        assertThat(reconciliation.last().orElseThrow().complete()).isFalse();
        assertThat(open())
                .as("an old block, which only a complete comparison looks at")
                .isEmpty();

        List<Finding> found = compared();
        assertThat(found).hasSize(1);
        bench.sql("update ledger.receipt set gas_used = gas_used - 1 where entry_id = ?", use(1));
        reconciliation.tick();
        assertThat(open()).as("an old block in which something was found").isEmpty();
        assertThat(findings.list(FindingKind.ROW_CHANGED, true, 100, 1))
                .isNotEmpty()
                .allSatisfy(row -> {
                    assertThat(row.mended()).isNotNull();
                    assertThat(row.firstSeen()).isBeforeOrEqualTo(row.lastSeen());
                });
    }

    @Test
    void oneOfSeveralInstancesComparesAtATime() {
        Comparisons here = new Comparisons(bench.jdbc, bench.clock());
        Comparisons there = new Comparisons(bench.jdbc, bench.clock());
        here.ask(true, null);
        there.ask(true, null);
        Comparisons.Lease lease = here.take().orElseThrow();
        there.ask(false, null);

        assertThat(there.take()).isEmpty();
        assertThat(here.end(lease, Comparison.Outcome.NOT_COMPARED, "test", null))
                .isTrue();
        Comparisons.Lease next = there.take().orElseThrow();
        assertThat(next.comparison().complete()).isFalse();
        there.end(next, Comparison.Outcome.NOT_COMPARED, "test", null);
    }

    /** Runs last in effect: what is foreign stays on the chain. */
    @Test
    void aForeignEventIsNamed() {
        try (ReconciliationBench other = new ReconciliationBench()) {
            UUID foreign = other.foreignEntry();
            Findings found = new Findings();
            LedgerBook book = ledgerBook(other);
            long height = other.chain().height().orElseThrow();
            List<ChainFact> facts = new ArrayList<>();
            if (other.chain().between(0, height) instanceof ChainAnswer.Known<List<MinedTransaction>> known) {
                facts.addAll(ChainFact.of(known.value()));
            }
            book.compare(0, height, facts, found);

            assertThat(found.all())
                    .extracting(Finding::kind, Finding::table, Finding::row)
                    .containsExactly(tuple(FindingKind.EVENT_FOREIGN, "chain", foreign.toString()));

            UUID ours = facts.stream()
                    .filter(fact -> fact.event().equals("UseRecorded"))
                    .findFirst()
                    .orElseThrow()
                    .entry();
            other.foreign(ours);
            long later = other.chain().height().orElseThrow();
            Findings borrowed = new Findings();
            if (other.chain().between(height + 1, later) instanceof ChainAnswer.Known<List<MinedTransaction>> known) {
                book.compare(height + 1, later, ChainFact.of(known.value()), borrowed);
            }
            assertThat(borrowed.all())
                    .as("another party's event under the identifier of a use of ours")
                    .singleElement()
                    .satisfies(finding -> {
                        assertThat(finding.kind()).isEqualTo(FindingKind.EVENT_FOREIGN);
                        assertThat(finding.about().entry()).isNull();
                    });
            BookedEntry row = other.entries().of(List.of(ours)).getFirst();
            assertThat(other.chain().about(row, null))
                    .isInstanceOfSatisfying(
                            ChainAnswer.Known.class,
                            known -> assertThat(((MinedTransaction) known.value()).facts())
                                    .extracting(MinedTransaction.Fact::event)
                                    .contains("UseRecorded"));
        }
    }
}
