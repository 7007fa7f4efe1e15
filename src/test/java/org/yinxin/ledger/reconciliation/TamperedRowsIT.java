package org.yinxin.ledger.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yinxin.ledger.reconciliation.FindingKind.BOOK_BROKEN;
import static org.yinxin.ledger.reconciliation.FindingKind.RENUMBERED;
import static org.yinxin.ledger.reconciliation.FindingKind.ROW_CHANGED;
import static org.yinxin.ledger.reconciliation.FindingKind.ROW_INSERTED;
import static org.yinxin.ledger.reconciliation.FindingKind.ROW_MISSING;
import static org.yinxin.ledger.reconciliation.FindingKind.UNREADABLE;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.yinxin.IntegrationTest;
import org.yinxin.ledger.ChainAnswer;
import org.yinxin.ledger.ChainReader;
import org.yinxin.ledger.MinedTransaction;

/** Rows of every table that carries or mirrors entries, changed, deleted and invented with the database's highest rights. */
class TamperedRowsIT extends IntegrationTest {

    @Autowired
    private ApplicationContext context;

    @Autowired
    private ComparisonRun run;

    @Autowired
    private LedgerBook ledger;

    @Autowired
    private List<ComparedBook> books;

    @Autowired
    private ChainReader chain;

    private static BooksStory story;

    /** Asked for once: what stands on the chain is not what changes here. */
    private static List<ChainFact> facts;

    private static SpoiltTable database;

    @BeforeEach
    void aSealWithSomethingInEveryBook() {
        if (story == null) {
            story = new BooksStory(context);
            facts = facts();
            database = new SpoiltTable(context, story);
        }
    }

    @AfterAll
    static void stop() {
        database.close();
    }

    private List<ChainFact> facts() {
        long to = chain.height().orElseThrow();
        return chain.between(story.from, to) instanceof ChainAnswer.Known<List<MinedTransaction>> known
                ? ChainFact.of(known.value())
                : List.of();
    }

    /** The rows that the story's facts are about, as every comparison looks at them. */
    private Collection<Finding> compared() {
        Findings found = new Findings();
        long to = facts.getLast().block();
        LedgerBook.Part part = ledger.compare(story.from, to, facts, found);
        books.forEach(book -> Unreadable.guard(book, part.settled(), found));
        return found.all();
    }

    /** What comparisons of the story's blocks find, as every minute, or of everything, as at night. */
    private Collection<Finding> compared(boolean complete) {
        return run.run(complete, story.from, (from, to, block) -> {}).findings().all();
    }

    /**
     * @param where which rows of the table, with the story's seal number and enterprise as {seal} and {uscc}
     * @param spoil what is set; null: the rows are deleted
     * @param found in which table, and in what column if it is a change
     */
    record Tampering(String table, String where, String spoil, FindingKind kind, String found, String column) {

        @Override
        public String toString() {
            return (spoil == null ? "deleted " : "changed ") + table + (spoil == null ? "" : ": " + spoil);
        }
    }

    private static Tampering changed(String table, String where, String spoil, String column) {
        return new Tampering(table, where, spoil, ROW_CHANGED, table, column);
    }

    private static Tampering deleted(String table, String where) {
        return new Tampering(table, where, null, ROW_MISSING, table, null);
    }

    private static Tampering showsIn(String found, String column, String table, String where, String spoil) {
        return new Tampering(table, where, spoil, ROW_CHANGED, found, column);
    }

    private static final String APPLICATION =
            "(select id from application.seal_application where uscc = {uscc} and purpose = 'SEAL')";
    private static final String MANDATES = "(select id from mandate.mandate where seal_number = {seal})";
    private static final String KEEPER = "seal_number = {seal} and role = 'KEEPER'";
    private static final String WITHDRAWN = "seal_number = {seal} and status = 'WITHDRAWN'";
    private static final String USES = "(select id from sealing.use where seal_number = {seal})";
    private static final String FIRST_USE = "seal_number = {seal} and number = 1";
    private static final String FIRST_ENTRY = "= (select entry_id from sealing.use where " + FIRST_USE + ")";

    static Stream<Tampering> tamperings() {
        String twisted = "%1$s = set_byte(%1$s, 0, get_byte(%1$s, 0) # 1)";
        return Stream.of(
                deleted("application.decision", "application_id = " + APPLICATION + " and bureau = 'PUBLIC_SECURITY'"),
                changed(
                        "application.decision",
                        "application_id = " + APPLICATION + " and bureau = 'PUBLIC_SECURITY'",
                        "reason = 'Said later'",
                        "reason"),
                changed(
                        "application.decision",
                        "application_id = " + APPLICATION + " and bureau = 'PUBLIC_SECURITY'",
                        "outcome = 'REFUSED', reason = 'No'",
                        "outcome"),
                deleted("application.seal_application", "id = " + APPLICATION),
                changed("application.seal_application", "id = " + APPLICATION, "status = 'WITHDRAWN'", "status"),
                changed(
                        "application.seal_application",
                        "id = " + APPLICATION,
                        twisted.formatted("on_chain_id"),
                        "on_chain_id"),
                showsIn(
                        "application.submission",
                        "content",
                        "application.seal_application",
                        "id = " + APPLICATION,
                        twisted.formatted("content_salt")),
                deleted("application.submission", "application_id = " + APPLICATION),
                changed(
                        "application.submission",
                        "application_id = " + APPLICATION,
                        "legal_representative = '他人'",
                        "columns"),
                changed("application.submission", "application_id = " + APPLICATION, "key_kind = 'PASSKEY'", "digest"),
                deleted("application.commitment_salt", "subject like 'enterprise:' || {uscc} || ':%'"),
                showsIn(
                        "application.submission",
                        "enterprise_commitment",
                        "application.commitment_salt",
                        "subject like 'enterprise:' || {uscc} || ':%'",
                        twisted.formatted("salt")),
                showsIn(
                        "application.submission",
                        "supporting_file.content",
                        "application.supporting_file",
                        "application_id = " + APPLICATION,
                        twisted.formatted("content")),
                showsIn("application.submission", "key_binding.uscc", "application.key_binding", "uscc = {uscc}", null),
                deleted("review.gate_case", "application_id = " + APPLICATION + " and bureau = 'PUBLIC_SECURITY'"),
                changed(
                        "review.gate_case",
                        "application_id = " + APPLICATION + " and bureau = 'PUBLIC_SECURITY'",
                        "state = 'REFUSED'",
                        "state"),
                changed(
                        "review.gate_case",
                        "application_id = " + APPLICATION + " and bureau = 'PUBLIC_SECURITY'",
                        "assignee = gen_random_uuid()",
                        "assignee"),
                deleted("seal.seal", "number = {seal}"),
                changed("seal.seal", "number = {seal}", "enterprise_name = '杭州他人有限公司'", "enterprise_name"),
                new Tampering(
                        "seal.seal",
                        "number = {seal}",
                        "physical_seal = '3301069999999'",
                        ROW_MISSING,
                        "application.commitment_salt",
                        null),
                showsIn(
                        "seal.seal",
                        "imprint_png",
                        "seal.artefact",
                        "seal_id = (select id from seal.seal where number = {seal})",
                        twisted.formatted("imprint_png")),
                deleted("seal.event", "step = 'ACTIVATE' and " + ofSeal()),
                changed("seal.event", "step = 'SUSPEND' and " + ofSeal(), "bureau = 'MARKET_SUPERVISION'", "bureau"),
                changed("seal.event", "step = 'SUSPEND' and " + ofSeal(), "step = 'RESUME'", "step"),
                deleted("seal.root", "number = {seal} and state = 'REPLACED'"),
                changed("seal.root", "number = {seal} and state = 'IN_FORCE'", twisted.formatted("key_x"), "key_x"),
                changed("seal.root", "number = {seal} and state = 'REPLACED'", "state = 'PENDING'", "state"),
                deleted("mandate.mandate", KEEPER),
                deleted("mandate.mandate", "seal_number = {seal} and above_id is null and status = 'IN_FORCE'"),
                changed("mandate.mandate", KEEPER, "valid_to = valid_to + interval '1 year'", "valid_to"),
                changed("mandate.mandate", KEEPER, twisted.formatted("key_y"), "key_y"),
                changed("mandate.mandate", KEEPER, "status = 'ENDED'", "status"),
                changed("mandate.mandate", KEEPER, "status = 'OFFERED'", "status"),
                changed("mandate.mandate", WITHDRAWN, "status = 'IN_FORCE'", "status"),
                changed("mandate.mandate", WITHDRAWN, "use_limit = 500", "use_limit"),
                changed(
                        "mandate.mandate",
                        "seal_number = {seal} and above_id is null and status = 'FALLEN'",
                        "status = 'REFUSED'",
                        "status"),
                showsIn("mandate.mandate", "kind_leaf", "mandate.kind_leaf", "mandate_id in " + MANDATES, null),
                showsIn(
                        "mandate.mandate",
                        "kind_leaf",
                        "mandate.kind_leaf",
                        "mandate_id in " + MANDATES + " and document_class = 'CONTRACT'",
                        "document_class = 'PERSONNEL'"),
                deleted("mandate.event", "step = 'SIGN' and mandate_id in " + MANDATES),
                deleted("mandate.event", "step = 'RECORD' and mandate_id in " + MANDATES),
                changed(
                        "mandate.event",
                        "step = 'WITHDRAW' and mandate_id in " + MANDATES,
                        "reason = 'Died'",
                        "reason"),
                deleted("mandate.recorded_use", "entry_id " + FIRST_ENTRY),
                changed("mandate.recorded_use", "entry_id " + FIRST_ENTRY, twisted.formatted("mandate"), "mandate"),
                deleted("sealing.use", FIRST_USE),
                changed("sealing.use", FIRST_USE, "plan = '1,310,300'", "authorised"),
                changed("sealing.use", FIRST_USE, twisted.formatted("file_digest"), "authorised"),
                changed("sealing.use", FIRST_USE, "purpose = 'Donation'", "purpose"),
                changed("sealing.use", FIRST_USE, twisted.formatted("mandate"), "mandate"),
                changed("sealing.use", FIRST_USE, "key_kind = 'PASSKEY'", "key"),
                changed("sealing.use", FIRST_USE, twisted.formatted("signature_r"), "signature"),
                changed("sealing.use", FIRST_USE, "root_mandate = false", "root_mandate"),
                changed("sealing.use", FIRST_USE, "status = 'VOID', refusal = 'expired'", "status"),
                new Tampering("sealing.use", FIRST_USE, "number = 77", RENUMBERED, "sealing.use", "number"),
                new Tampering(
                        "sealing.use",
                        FIRST_USE,
                        "plan = 'nowhere', key_kind = 'ES256', contract = '0x00'",
                        ROW_CHANGED,
                        "sealing.use",
                        "contract"),
                deleted("sealing.use_mark", "mark = 'VOID' and use_id in " + USES),
                changed("sealing.use_mark", "mark = 'VOID' and use_id in " + USES, "mark = 'DISPUTE'", "mark"),
                changed(
                        "sealing.use_mark",
                        "mark = 'VOID' and use_id in " + USES,
                        "use_id = (select id from sealing.use where seal_number = {seal} and number = 2)",
                        "use_id"),
                changed(
                        "sealing.use_mark",
                        "mark = 'VOID' and use_id in " + USES,
                        twisted.formatted("mandate"),
                        "mandate"),
                deleted("ledger.receipt", "entry_id " + FIRST_ENTRY),
                deleted("ledger.entry", "id " + FIRST_ENTRY),
                deleted(
                        "ledger.transaction",
                        "id = (select transaction_id from ledger.entry where id " + FIRST_ENTRY + ")"),
                new Tampering(
                        "seal.seal",
                        "number = {seal}",
                        "uscc = 'nobody'",
                        UNREADABLE,
                        "seal.ComparedSealOwners",
                        null));
    }

    private static String ofSeal() {
        return "seal_id in (select id from seal.seal where number = {seal})";
    }

    @ParameterizedTest
    @MethodSource("tamperings")
    void isFoundAndNamedByTheNextComparison(Tampering tampering) {
        try (SpoiltTable.Kept kept = database.spoil(tampering.table(), tampering.where(), tampering.spoil())) {
            assertThat(kept.rows()).as("rows that were spoilt").isPositive();
            assertThat(compared()).anySatisfy(finding -> {
                assertThat(finding.kind()).isEqualTo(tampering.kind());
                assertThat(finding.table()).isEqualTo(tampering.found());
                if (tampering.column() != null) {
                    assertThat(finding.mismatches()).extracting(Mismatch::what).contains(tampering.column());
                }
            });
        }
    }

    @Test
    void nothingIsFoundWhereNobodyTouchedAnything() {
        assertThat(compared()).isEmpty();
        assertThat(compared(false)).noneMatch(this::concernsTheStory);
        assertThat(compared(true)).noneMatch(this::concernsTheStory);
    }

    /** The entry of a use and its row, changed alike: the chain says otherwise to both. */
    @Test
    void aUseThatWasChangedInAllOurBooksAlikeIsFound() {
        String purpose = "repeat('ab', 32)";
        try (SpoiltTable.Kept use =
                        database.spoil("sealing.use", FIRST_USE, "purpose_digest = decode(" + purpose + ", 'hex')");
                SpoiltTable.Kept entry = database.spoil(
                        "ledger.entry",
                        "id " + FIRST_ENTRY,
                        "payload = payload || jsonb_build_object('purpose', '0x' || " + purpose + ")");
                SpoiltTable.Kept receipt = database.spoil(
                        "ledger.receipt",
                        "entry_id " + FIRST_ENTRY,
                        "fields = (fields::jsonb || jsonb_build_object('purpose', '0x' || " + purpose + "))::json")) {
            assertThat(List.of(use.rows(), entry.rows(), receipt.rows())).containsOnly(1);
            assertThat(compared(false))
                    .extracting(Finding::table)
                    .contains("sealing.use", "ledger.entry", "ledger.receipt");
        }
    }

    @Test
    void rowsThatWereInventedAreFoundWhenEverythingIsCompared() {
        List<SpoiltTable.Invented> invented = new ArrayList<>();
        try {
            for (String[] row : new String[][] {
                {"application.decision", "id", "application_id = " + APPLICATION, "round", "99"},
                {"application.submission", "id", "application_id = " + APPLICATION, "round", "99"},
                {"review.gate_case", "application_id", "application_id = " + APPLICATION, "reference", "md5(reference)"
                },
                {
                    "seal.root",
                    "entry_id",
                    "number = {seal} and state = 'REPLACED'",
                    "mandate",
                    "sha256(mandate), application_id = gen_random_uuid()"
                },
                {"seal.event", "entry_id", "step = 'SUSPEND' and " + ofSeal(), "at", "at"},
                {
                    "mandate.mandate",
                    "id",
                    WITHDRAWN,
                    "on_chain_id",
                    "sha256(on_chain_id), given_entry_id = gen_random_uuid(), withdrawal_entry_id = gen_random_uuid()"
                },
                {"mandate.event", "entry_id", "step = 'RECORD' and mandate_id in " + MANDATES, "at", "at"},
                {"mandate.recorded_use", "entry_id", "entry_id " + FIRST_ENTRY, "at", "at"},
                {"sealing.use_mark", "id", "mark = 'VOID' and use_id in " + USES, "number", "98"},
                {"ledger.entry", "id", "id " + FIRST_ENTRY, "status", "status"},
                {
                    "application.seal_application",
                    "id",
                    "id = " + APPLICATION,
                    "on_chain_id",
                    "sha256(on_chain_id), reference = md5(reference)"
                }
            }) {
                invented.add(database.invent(row[0], row[1], row[2], row[3], row[4]));
            }
            Collection<Finding> found = compared(true);
            invented.forEach(row -> assertThat(found).as(row.table()).anySatisfy(finding -> {
                assertThat(finding.kind()).isEqualTo(ROW_INSERTED);
                assertThat(finding.table()).isEqualTo(row.table());
            }));
        } finally {
            invented.forEach(SpoiltTable.Invented::close);
        }
        assertThat(compared(true)).noneMatch(this::concernsTheStory);
    }

    @Test
    void aBookBrokenInTheMiddleNamesItsGap() {
        try (SpoiltTable.Kept use = database.spoil("sealing.use", "seal_number = {seal} and number = 2", null)) {
            assertThat(use.rows()).isEqualTo(1);
            assertThat(compared(true))
                    .anySatisfy(finding -> {
                        assertThat(finding.kind()).isEqualTo(ROW_MISSING);
                        assertThat(finding.table()).isEqualTo("sealing.use");
                        assertThat(finding.about().number()).isEqualTo(2);
                    })
                    .anySatisfy(finding -> {
                        assertThat(finding.kind()).isEqualTo(BOOK_BROKEN);
                        assertThat(finding.row()).isEqualTo(story.number + " 3");
                        assertThat(finding.mismatches()).containsExactly(new Mismatch("number", "2", "3"));
                    });
        }
    }

    /** Findings without anything of the chain's are told apart by the rows that they name. */
    private boolean concernsTheStory(Finding finding) {
        return finding.about().block() != null && finding.about().block() >= story.from
                || finding.row().startsWith(story.number.value());
    }
}
