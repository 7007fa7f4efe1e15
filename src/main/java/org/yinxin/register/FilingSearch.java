package org.yinxin.register;

import org.jspecify.annotations.Nullable;
import org.yinxin.shared.SealKind;

/**
 * What an officer looks for among the filings.
 *
 * @param text the beginning of a seal code or of an enterprise's code, or part of the enterprise's name; everything
 *     when empty
 */
public record FilingSearch(
        String text,
        @Nullable SealKind kind,
        @Nullable FilingStatus status,
        Order order,
        boolean descending,
        int page) {

    /** By which column the list is ordered. */
    public enum Order {
        CODE("f.code"),
        ENTERPRISE("e.name_key"),
        FILED("f.filed_on"),
        CHANGED("f.changed_at");

        private final String column;

        Order(String column) {
            this.column = column;
        }

        String column() {
            return column;
        }
    }
}
