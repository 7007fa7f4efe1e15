package org.yinxin.ledger.proof.book;

import java.math.BigInteger;
import java.util.Arrays;
import org.yinxin.ledger.proof.ProvenEvent;
import org.yinxin.shared.Digest;

/** Number and head that a proven event of a use book left behind, read from its data's words. */
record BookEnd(BigInteger number, Digest head) {

    private static final int WORD = 64;

    /** @throws StatementRefusedException when it is no event of a use book */
    static BookEnd of(ProvenEvent event) {
        boolean known = Arrays.stream(BookEvent.values())
                .anyMatch(one -> !event.topics().isEmpty()
                        && one.topic().equals(event.topics().getFirst()));
        String data = event.data();
        if (!known || data.length() < 2 + 2 * WORD) {
            throw new StatementRefusedException(StatementFlaw.BEGINNING, "the proof is of no entry of a use book");
        }
        return new BookEnd(
                new BigInteger(data.substring(2, 2 + WORD), 16), Digest.fromHex(data.substring(data.length() - WORD)));
    }

    boolean isBefore(BookLine line) {
        return number.equals(BigInteger.valueOf(line.number() - 1)) && head.equals(line.previous());
    }
}
