package org.yinxin.register.imports;

import java.util.Map;
import org.yinxin.register.Column;

/**
 * One row of a file.
 *
 * @param number the row's number as a spreadsheet shows it: the headings are row 1
 * @param tooWide whether the row holds more cells than there are headings
 */
public record TableRow(long number, Map<Column, String> cells, boolean tooWide) {

    /** The cell's text; empty when the file has no such column. */
    public String cell(Column column) {
        return cells.getOrDefault(column, "");
    }
}
