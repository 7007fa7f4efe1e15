package org.yinxin.ledger.reconciliation;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yinxin.shared.Digest;

/**
 * Something that does not match, named as exactly as it can be.
 *
 * @param table of the row in question, or {@code chain} where there is none
 * @param row what the table knows the row by
 * @param about what the finding is about, so that pages of it can say so
 */
public record Finding(FindingKind kind, String table, String row, Subject about, List<Mismatch> mismatches) {

    public Finding {
        mismatches = List.copyOf(mismatches);
    }

    /** A table as findings name it. */
    public static String table(String schema, String name) {
        return schema + "." + name;
    }

    /** What makes two findings the same one, seen again. */
    String key() {
        return kind + " " + table + " " + row;
    }

    /**
     * What a finding is about.
     *
     * @param seal the seal's identifier on the chain
     * @param use the use's identifier on the chain, where it is about a use and not about the seal itself
     * @param number in the use book
     * @param block where it stands, or should
     */
    public record Subject(
            @Nullable UUID entry,
            @Nullable Digest seal,
            @Nullable Digest use,
            @Nullable Long number,
            @Nullable Long block) {

        public static Subject ofSeal(Digest seal, @Nullable Long block) {
            return new Subject(null, seal, null, null, block);
        }
    }
}
