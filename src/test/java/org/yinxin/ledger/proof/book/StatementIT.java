package org.yinxin.ledger.proof.book;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.yinxin.ledger.Receipt;
import org.yinxin.ledger.ReconciliationBench;
import org.yinxin.ledger.proof.KnownChain;
import org.yinxin.ledger.proof.ReceiptProof;
import org.yinxin.ledger.web3j.Secp256k1Recovery;

/** Statements of a real use book, forged in every part. */
class StatementIT {

    private static final TestSigner PLATFORM = TestSigner.platform();
    private static final Instant NOW = Instant.now();

    private static ReconciliationBench bench;
    private static final List<BookLine> LINES = new ArrayList<>();
    private static final List<ReceiptProof> PROOFS = new ArrayList<>();
    private static KnownChain chain;
    private static String contract;

    @BeforeAll
    static void start() {
        bench = new ReconciliationBench();
        for (UUID use : bench.uses) {
            Receipt receipt = bench.receipt(use);
            LINES.add(new BookLine(BookEvent.called(receipt.event()), use, receipt.fields()));
            PROOFS.add(bench.proof(receipt));
            chain = KnownChain.of(receipt.chainId(), List.of());
            contract = receipt.contract();
        }
    }

    @AfterAll
    static void stop() {
        bench.close();
    }

    private static BookStatement statement(List<BookLine> lines, @Nullable ReceiptProof before, ReceiptProof end) {
        return new BookStatement(
                "33010600000042", chain.chainId(), contract, NOW, "https://example.gov", lines, before, end);
    }

    private static BookStatement whole() {
        return statement(LINES, null, PROOFS.get(2));
    }

    private static CheckedStatement check(BookStatement statement) {
        return check(StatementFile.write(statement, PLATFORM.sign(StatementFile.content(statement))));
    }

    private static CheckedStatement check(byte[] file) {
        return new StatementCheck(new Secp256k1Recovery(), List.of(PLATFORM.root()))
                .check(StatementFile.read(file), chain);
    }

    /** Signed by the platform itself: the book must give it away. */
    private static void refused(StatementFlaw flaw, BookStatement forged) {
        refused(flaw, StatementFile.write(forged, PLATFORM.sign(StatementFile.content(forged))));
    }

    private static void refused(StatementFlaw flaw, byte[] file) {
        assertThatThrownBy(() -> check(file))
                .isInstanceOfSatisfying(
                        StatementRefusedException.class,
                        refusal -> assertThat(refusal.flaw())
                                .as(refusal.getMessage())
                                .isEqualTo(flaw));
    }

    private static BookLine with(BookLine line, String field, String value) {
        Map<String, String> fields = new LinkedHashMap<>(line.fields());
        fields.put(field, value);
        return new BookLine(line.event(), line.entry(), fields);
    }

    private static List<BookLine> replaced(int at, BookLine line) {
        List<BookLine> lines = new ArrayList<>(LINES);
        lines.set(at, line);
        return lines;
    }

    @Test
    void wholeBooksAndPartsOfThemHold() {
        assertThat(check(whole()).end().topics()).isNotEmpty();
        assertThat(check(statement(LINES.subList(1, 3), PROOFS.get(0), PROOFS.get(2)))
                        .statement()
                        .first())
                .isEqualTo(2);
        assertThat(check(statement(LINES.subList(0, 2), null, PROOFS.get(1)))
                        .statement()
                        .last())
                .as("what is cut off the end with its proof is a statement of the shorter range, and says so")
                .isEqualTo(2);
    }

    @Test
    void everyFieldOfEveryEntryIsBound() {
        for (int at = 0; at < LINES.size(); at++) {
            BookLine line = LINES.get(at);
            for (String field : line.fields().keySet()) {
                String value = field.equals("number") ? "9" : "0x" + "ab".repeat(32);
                int index = at;
                BookStatement forged = statement(replaced(at, with(line, field, value)), null, PROOFS.get(2));
                assertThatThrownBy(() -> check(forged))
                        .as("%s of entry %d", field, index + 1)
                        .isInstanceOf(StatementRefusedException.class);
            }
            BookLine other = new BookLine(line.event(), UUID.randomUUID(), line.fields());
            refused(StatementFlaw.ENTRY_CHANGED, statement(replaced(at, other), null, PROOFS.get(2)));
        }
        refused(
                StatementFlaw.ENTRY_CHANGED,
                statement(replaced(1, with(LINES.get(1), "purpose", "0x" + "ab".repeat(32))), null, PROOFS.get(2)));
        refused(
                StatementFlaw.LINK_BROKEN,
                statement(replaced(1, with(LINES.get(1), "previous", "0x" + "ab".repeat(32))), null, PROOFS.get(2)));
    }

    @Test
    void entriesAreNeitherTakenOutNorPutInNorMoved() {
        refused(StatementFlaw.NUMBERS, statement(List.of(LINES.get(0), LINES.get(2)), null, PROOFS.get(2)));
        refused(
                StatementFlaw.NUMBERS,
                statement(List.of(LINES.get(0), LINES.get(1), LINES.get(1), LINES.get(2)), null, PROOFS.get(2)));
        refused(
                StatementFlaw.NUMBERS,
                statement(List.of(LINES.get(1), LINES.get(0), LINES.get(2)), null, PROOFS.get(2)));
    }

    @Test
    void aForgerWhoComputesAllHashesAnewFailsAtTheProof() {
        List<BookLine> forged = new ArrayList<>();
        String previous = LINES.getFirst().previous().hex();
        for (BookLine line : List.of(LINES.get(0), LINES.get(2))) {
            BookLine renumbered = with(with(line, "number", String.valueOf(forged.size() + 1)), "previous", previous);
            BookLine hashed = with(renumbered, "head", renumbered.computedHead().hex());
            forged.add(hashed);
            previous = hashed.head().hex();
        }
        refused(StatementFlaw.END, statement(forged, null, PROOFS.get(2)));
    }

    @Test
    void bothEndsAreProven() {
        refused(StatementFlaw.END, statement(LINES.subList(0, 2), null, PROOFS.get(2)));
        refused(StatementFlaw.END, statement(LINES, null, PROOFS.get(0)));
        refused(StatementFlaw.BEGINNING, statement(LINES.subList(1, 3), null, PROOFS.get(2)));
        refused(StatementFlaw.BEGINNING, statement(LINES.subList(1, 3), PROOFS.get(1), PROOFS.get(2)));
        refused(StatementFlaw.BEGINNING, statement(LINES, PROOFS.get(0), PROOFS.get(2)));
        ReceiptProof decision = bench.proof(bench.receipt(bench.life.getFirst()));
        refused(StatementFlaw.BEGINNING, statement(LINES.subList(1, 3), decision, PROOFS.get(2)));
        refused(StatementFlaw.END, statement(LINES, null, decision));
        refused(
                StatementFlaw.CONTRACT,
                new BookStatement(
                        "33010600000042",
                        chain.chainId(),
                        "0x" + "12".repeat(20),
                        NOW,
                        "https://example.gov",
                        LINES,
                        null,
                        PROOFS.get(2)));
        refused(
                StatementFlaw.CONTRACT,
                new BookStatement(
                        "33010600000042", 1, contract, NOW, "https://example.gov", LINES, null, PROOFS.get(2)));
    }

    @Test
    void theSignatureIsThePlatformsAndOverTheseWords() {
        byte[] content = StatementFile.content(whole());
        String file = new String(StatementFile.write(whole(), PLATFORM.sign(content)), StandardCharsets.UTF_8);
        refused(
                StatementFlaw.SIGNATURE,
                file.replace("33010600000042", "33010600000043").getBytes(StandardCharsets.UTF_8));
        refused(StatementFlaw.SIGNATURE, StatementFile.write(whole(), new byte[] {1, 2, 3}));
        refused(
                StatementFlaw.SIGNER,
                StatementFile.write(whole(), TestSigner.platform().sign(content)));
        for (TestSigner signer : List.of(TestSigner.enterprise(), TestSigner.responder())) {
            assertThatThrownBy(() -> new StatementCheck(new Secp256k1Recovery(), List.of(signer.root()))
                            .check(StatementFile.read(StatementFile.write(whole(), signer.sign(content))), chain))
                    .isInstanceOfSatisfying(
                            StatementRefusedException.class,
                            refusal -> assertThat(refusal.flaw()).isEqualTo(StatementFlaw.SIGNER));
        }
    }

    @Test
    void whatIsNoStatementIsSaidToBeNone() {
        String file = new String(
                StatementFile.write(whole(), PLATFORM.sign(StatementFile.content(whole()))), StandardCharsets.UTF_8);
        for (String broken : List.of(
                "nonsense",
                "{}",
                file.replace(StatementFile.FORMAT, "another-format"),
                file.replaceFirst("\"number\" : \"1\"", "\"number\" : \"one\""),
                file.replaceFirst("\"event\" : \"UseRecorded\"", "\"event\" : \"SealMoved\""),
                file.replaceFirst("\"sealNumber\"", "\"more\" : 1, \"sealNumber\""),
                file.replaceFirst("\"proofOfLast\" : \\{", "\"proofOfLast\" : { \"more\" : 1,"),
                file.substring(0, file.length() / 2))) {
            refused(StatementFlaw.UNREADABLE, broken.getBytes(StandardCharsets.UTF_8));
        }
    }
}
