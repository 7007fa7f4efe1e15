package org.yinxin.register;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What an officer looks for in the market register.
 *
 * @param text a code or its beginning, part of a name in either language, or the beginning of a legal representative's
 *     name; everything when empty
 */
public record EnterpriseSearch(
        String text,
        @Nullable EnterpriseKind kind,
        @Nullable EnterpriseStatus status,
        Order order,
        boolean descending,
        int page) {

    /** By which column the list is ordered. */
    public enum Order {
        NAME("name_key"),
        CODE("uscc"),
        ESTABLISHED("established_on"),
        CHANGED("changed_at");

        private final String column;

        Order(String column) {
            this.column = column;
        }

        String column() {
            return column;
        }
    }

    /** The beginning of a code, however it was grouped. */
    String codeStart() {
        return text.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
    }
}
