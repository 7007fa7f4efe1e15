package org.yinxin.sealing.web;

import org.jspecify.annotations.Nullable;
import org.yinxin.sealing.UseBookStatements;

/**
 * Which entries of a use book somebody asks for; everything by default.
 *
 * @param error the key of what is wrong with it; absent when nothing is
 */
record StatementRange(long first, long last, @Nullable String error) {

    /** @param end the number of the book's last entry */
    static StatementRange of(@Nullable String first, @Nullable String last, long end) {
        long from = number(first, 1);
        long to = number(last, end);
        if (end == 0) {
            return new StatementRange(1, 0, "usebook.statement.error.empty");
        }
        if (from < 1 || to < from || to > end) {
            return new StatementRange(1, end, "usebook.statement.error.range");
        }
        return to - from >= UseBookStatements.MOST
                ? new StatementRange(from, to, "usebook.statement.error.most")
                : new StatementRange(from, to, null);
    }

    /** What is typed and no number asks for something that there cannot be. */
    private static long number(@Nullable String typed, long otherwise) {
        if (typed == null || typed.isBlank()) {
            return otherwise;
        }
        return typed.strip().matches("\\d{1,15}") ? Long.parseLong(typed.strip()) : -1;
    }
}
