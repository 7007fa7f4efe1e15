package org.yinxin.register;

import java.util.List;
import org.yinxin.shared.Bureau;

/** The two registers, each kept by the bureau that owns it and read by all. */
public enum RegisterKind {
    /** The market register. */
    ENTERPRISES(
            Bureau.MARKET_SUPERVISION,
            List.of(
                    Column.USCC,
                    Column.NAME_ZH,
                    Column.NAME_EN,
                    Column.KIND,
                    Column.LEGAL_REPRESENTATIVE,
                    Column.LEGAL_REPRESENTATIVE_ID,
                    Column.ADDRESS,
                    Column.STATUS,
                    Column.ESTABLISHED_ON,
                    Column.VALID_UNTIL,
                    Column.DIVISION,
                    Column.CODE_OVERRIDE_REASON)),
    /** The filings of physical seals. */
    FILINGS(
            Bureau.PUBLIC_SECURITY,
            List.of(Column.CODE, Column.USCC, Column.SEAL_KIND, Column.FILING_STATUS, Column.FILED_ON));

    private final Bureau owner;
    private final List<Column> columns;

    RegisterKind(Bureau owner, List<Column> columns) {
        this.owner = owner;
        this.columns = columns;
    }

    /** The bureau whose officers may change this register. */
    public Bureau owner() {
        return owner;
    }

    /** The columns of a file for this register, in the order of the template. */
    public List<Column> columns() {
        return columns;
    }
}
