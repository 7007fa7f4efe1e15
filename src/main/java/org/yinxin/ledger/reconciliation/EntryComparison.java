package org.yinxin.ledger.reconciliation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.yinxin.ledger.BookedEntry;
import org.yinxin.ledger.BookedTransaction;
import org.yinxin.ledger.LedgerEntry;
import org.yinxin.ledger.MinedTransaction;
import org.yinxin.ledger.Receipt;
import org.yinxin.ledger.Recording;
import org.yinxin.shared.Digest;

/** Compares one entry and its receipt with the event that is about it: pure, so that every case can be written down. */
final class EntryComparison {

    static final String ENTRY = Finding.table("ledger", "entry");
    static final String RECEIPT = Finding.table("ledger", "receipt");

    private final BookedEntry row;
    private final ChainFact chain;
    private final @Nullable BookedTransaction signed;
    private final Findings findings;

    private EntryComparison(BookedEntry row, ChainFact chain, @Nullable BookedTransaction signed, Findings findings) {
        this.row = row;
        this.chain = chain;
        this.signed = signed;
        this.findings = findings;
    }

    /**
     * @param signed the transaction of the fact as it was signed; absent when we do not keep it
     * @param chainId the chain's number
     * @param contract the contract's address
     */
    static void compare(
            BookedEntry row,
            ChainFact chain,
            @Nullable BookedTransaction signed,
            long chainId,
            String contract,
            Findings findings) {
        EntryComparison comparison = new EntryComparison(row, chain, signed, findings);
        comparison.entry();
        if (row.receipt() == null) {
            comparison.add(
                    FindingKind.ROW_MISSING,
                    RECEIPT,
                    List.of(new Mismatch("transaction_hash", chain.transaction().hash(), "")));
        } else {
            comparison.receipt(row.receipt(), chainId, contract);
        }
    }

    private void entry() {
        List<Mismatch> changed = new ArrayList<>();
        Recording.Status status = chain.recorded() ? Recording.Status.RECORDED : Recording.Status.REFUSED;
        note(changed, "status", status, row.status());
        note(changed, "refusal", chain.recorded() ? null : chain.fact().refusal(), row.refusal());
        LedgerEntry entry = row.entry();
        if (entry == null) {
            note(changed, "payload", chain.fields(), null);
        } else {
            note(changed, "id", row.id(), entry.id());
            note(changed, "kind", entry.kind(), row.kind());
            note(changed, "party", entry.sender(), row.sender());
            ExpectedFields.of(entry).forEach((field, said) -> payload(changed, field, said));
            signed(changed, entry);
        }
        Digest seal = chain.digest("seal");
        if (seal != null) {
            note(changed, "seal", seal, row.seal());
        }
        add(FindingKind.ROW_CHANGED, ENTRY, changed);
    }

    /** An event of a refusal repeats only some of what was asked for. */
    private void payload(List<Mismatch> changed, String field, String said) {
        String recorded = chain.fields().get(field);
        if (recorded != null || chain.recorded()) {
            note(changed, "payload." + field, recorded, said);
        }
    }

    /** What the event does not repeat: whether it is what was signed and sent. */
    private void signed(List<Mismatch> changed, LedgerEntry entry) {
        if (signed != null && !signed.says(row.id(), SignedWords.of(entry))) {
            note(changed, "payload.signed", chain.transaction().hash(), "");
        }
    }

    private void receipt(Receipt receipt, long chainId, String contract) {
        MinedTransaction transaction = chain.transaction();
        List<Mismatch> misplaced = new ArrayList<>();
        note(misplaced, "transaction_hash", transaction.hash(), receipt.transactionHash());
        note(misplaced, "block_hash", transaction.blockHash(), receipt.blockHash());
        note(misplaced, "block_number", transaction.blockNumber(), receipt.blockNumber());
        note(misplaced, "log_index", chain.fact().logIndex(), receipt.logIndex());
        add(FindingKind.WRONG_BLOCK, RECEIPT, misplaced);

        List<Mismatch> changed = new ArrayList<>();
        note(changed, "chain_id", chainId, receipt.chainId());
        note(changed, "contract", contract, receipt.contract());
        note(changed, "account", transaction.sender(), receipt.account());
        note(
                changed,
                "party",
                row.entry() == null ? receipt.sender() : row.entry().sender(),
                receipt.sender());
        note(changed, "block_time", transaction.blockTime(), receipt.blockTime());
        note(changed, "gas_used", transaction.gasUsed(), receipt.gasUsed());
        note(changed, "event", chain.event(), receipt.event());
        fields(changed, receipt.fields());
        add(FindingKind.ROW_CHANGED, RECEIPT, changed);
    }

    private void fields(List<Mismatch> changed, Map<String, String> said) {
        chain.fields().forEach((field, recorded) -> {
            List<Mismatch> where = new ArrayList<>();
            note(where, "fields." + field, recorded, said.get(field));
            if (field.equals("number")) {
                add(FindingKind.RENUMBERED, RECEIPT, where);
            } else {
                changed.addAll(where);
            }
        });
        said.keySet().stream()
                .filter(field -> !chain.fields().containsKey(field))
                .forEach(field -> note(changed, "fields." + field, null, said.get(field)));
    }

    private void add(FindingKind kind, String table, List<Mismatch> mismatches) {
        findings.addIfAny(kind, table, row.id().toString(), chain.subject(), mismatches);
    }

    private static void note(
            List<Mismatch> mismatches, String what, @Nullable Object expected, @Nullable Object found) {
        if (!Objects.equals(expected, found)) {
            mismatches.add(new Mismatch(what, Objects.toString(expected, ""), Objects.toString(found, "")));
        }
    }
}
