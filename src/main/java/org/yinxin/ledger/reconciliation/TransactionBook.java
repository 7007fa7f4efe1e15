package org.yinxin.ledger.reconciliation;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yinxin.ledger.BookedEntry;
import org.yinxin.ledger.BookedTransaction;
import org.yinxin.ledger.BookedTransactions;
import org.yinxin.ledger.ChainAnswer;
import org.yinxin.ledger.ChainReader;
import org.yinxin.ledger.MinedTransaction;

/** Compares the transactions that we keep as signed with those that stand in blocks, both ways. */
@Component
class TransactionBook {

    private static final String TRANSACTION = Finding.table("ledger", "transaction");

    private final BookedTransactions rows;
    private final ChainReader chain;

    TransactionBook(BookedTransactions rows, ChainReader chain) {
        this.rows = rows;
        this.chain = chain;
    }

    @Nullable
    BookedTransaction find(MinedTransaction mined) {
        return rows.find(mined.hash()).orElse(null);
    }

    /** Whether a transaction that we keep as signed carries the entry under the hash that its receipt names. */
    boolean signed(BookedEntry entry) {
        return entry.receipt() != null
                && rows.find(entry.receipt().transactionHash())
                        .filter(row -> row.carries(entry.id()))
                        .isPresent();
    }

    /**
     * One that brought an entry of ours must be there.
     *
     * @return whether the row holds what was signed
     */
    static boolean compare(@Nullable BookedTransaction row, MinedTransaction mined, Findings findings) {
        RowCheck check = check(mined.hash(), mined.blockNumber());
        if (row == null) {
            check.missing(findings, "hash", mined.hash());
            return false;
        }
        String raw = row.rawHash();
        check.note("raw", mined.hash(), raw)
                .note("account", mined.sender(), row.account())
                .note("status", "MINED", row.status())
                .note("block_number", mined.blockNumber(), row.blockNumber())
                .note("block_hash", mined.blockHash(), row.blockHash())
                .changed(findings);
        return raw.equals(mined.hash());
    }

    /**
     * The other way round: what calls itself mined in one of these blocks.
     *
     * @param told the hashes of those that the contract spoke of there, which have been compared
     */
    void compareRows(long from, long to, Set<String> told, Findings findings) {
        rows.minedIn(from, to).stream().filter(hash -> !told.contains(hash)).forEach(hash -> lookUp(hash, findings));
    }

    void compareRest(long to, Findings findings) {
        rows.minedOutside(to).forEach(hash -> lookUp(hash, findings));
    }

    /** Reverted transactions stand in blocks too, and the contract says nothing of them. */
    private void lookUp(String hash, Findings findings) {
        BookedTransaction row = rows.find(hash).orElse(null);
        if (row == null) {
            return;
        }
        if (Heard.of(chain.transaction(hash)) instanceof ChainAnswer.Known<MinedTransaction> known) {
            compare(row, known.value(), findings);
        } else {
            RowCheck check = check(hash, row.blockNumber()).note("hash", null, hash);
            boolean signed = row.rawHash().equals(hash);
            check.as(signed ? FindingKind.EVENT_MISSING : FindingKind.ROW_INSERTED, findings);
        }
    }

    private static RowCheck check(String hash, @Nullable Long block) {
        return new RowCheck(TRANSACTION, hash, new Finding.Subject(null, null, null, null, block));
    }
}
