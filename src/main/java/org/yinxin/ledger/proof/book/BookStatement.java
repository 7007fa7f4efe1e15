package org.yinxin.ledger.proof.book;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yinxin.ledger.proof.ReceiptProof;

/**
 * Entries m to n of one use book, with nothing missing between them.
 *
 * @param sealNumber the seal's 14 digits
 * @param chainId the chain (EIP-155)
 * @param contract the contract that keeps the book, 0x and 40 digits
 * @param issuedAt when it was made
 * @param issuedBy the address of the portal that made it
 * @param lines in the order of their numbers, at least one
 * @param before proves the entry before the first; absent when the first one begins the book
 * @param end proves the last entry
 */
public record BookStatement(
        String sealNumber,
        long chainId,
        String contract,
        Instant issuedAt,
        String issuedBy,
        List<BookLine> lines,
        @Nullable ReceiptProof before,
        ReceiptProof end) {

    public BookStatement {
        lines = List.copyOf(lines);
        if (lines.isEmpty()) {
            throw new StatementRefusedException(StatementFlaw.UNREADABLE, "no entry");
        }
    }

    public long first() {
        return lines.getFirst().number();
    }

    /** The fields of the entries' events. */
    public List<Map<String, String>> fields() {
        return lines.stream().map(BookLine::fields).toList();
    }

    public long last() {
        return lines.getLast().number();
    }
}
