package org.yinxin.sealing.web;

import org.jspecify.annotations.Nullable;
import org.yinxin.sealing.UseBookStatements;

/**
 * Which entries of a use book somebody asks for; everything by default.
 *
 * @param typedFirst as it was typed, for the field, as is {@code typedLast}
 * @param error the key of what is wrong with it; absent when nothing is
 */
record StatementRange(
        long first,
        long last,
        String typedFirst,
        String typedLast,
        @Nullable String error) {

    /** @param end the number of the book's last entry */
    static StatementRange of(@Nullable String first, @Nullable String last, long end) {
        long from = number(first, 1);
        long to = number(last, end);
        return new StatementRange(from, to, shown(first, 1), shown(last, end), error(from, to, end));
    }

    private static @Nullable String error(long from, long to, long end) {
        if (end == 0) {
            return "usebook.statement.error.empty";
        }
        if (from < 1 || to < from || to > end) {
            return "usebook.statement.error.range";
        }
        return to - from >= UseBookStatements.MOST ? "usebook.statement.error.most" : null;
    }

    private static String shown(@Nullable String typed, long otherwise) {
        return typed == null || typed.isBlank() ? Long.toString(otherwise) : typed;
    }

    /** What is typed and no number asks for something that there cannot be. */
    private static long number(@Nullable String typed, long otherwise) {
        if (typed == null || typed.isBlank()) {
            return otherwise;
        }
        return typed.strip().matches("\\d{1,15}") ? Long.parseLong(typed.strip()) : -1;
    }
}
