package org.yinxin.ledger.reconciliation;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Holds one row against what the chain says, column by column. */
public final class RowCheck {

    private final String table;
    private final String row;
    private final Finding.Subject about;
    private final List<Mismatch> mismatches = new ArrayList<>();

    /**
     * @param table as {@link Finding#table} names it
     * @param row what the table knows the row by
     */
    public RowCheck(String table, Object row, Finding.Subject about) {
        this.table = table;
        this.row = row.toString();
        this.about = about;
    }

    public RowCheck note(String column, @Nullable Object expected, @Nullable Object found) {
        if (!Objects.equals(expected, found)) {
            mismatches.add(new Mismatch(column, Objects.toString(expected, ""), Objects.toString(found, "")));
        }
        return this;
    }

    /** The row says something else, if anything was noted. */
    public void changed(Findings findings) {
        as(FindingKind.ROW_CHANGED, findings);
    }

    public void as(FindingKind kind, Findings findings) {
        findings.addIfAny(kind, table, row, about, mismatches);
    }

    /** There should be such a row, and there is none. */
    public void missing(Findings findings, String column, @Nullable Object expected) {
        found(FindingKind.ROW_MISSING, findings, new Mismatch(column, Objects.toString(expected, ""), ""));
    }

    /** There is such a row, and nothing on the chain leads to it. */
    public void inserted(Findings findings, String column, @Nullable Object found) {
        found(FindingKind.ROW_INSERTED, findings, new Mismatch(column, "", Objects.toString(found, "")));
    }

    private void found(FindingKind kind, Findings findings, Mismatch mismatch) {
        findings.add(new Finding(kind, table, row, about, List.of(mismatch)));
    }
}
