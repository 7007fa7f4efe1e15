package org.yinxin.register;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The cells of one row, read field by field while noting everything that is wrong. */
final class Cells {

    private static final Pattern DATE =
            Pattern.compile("(\\d{4})[-/.年](\\d{1,2})[-/.月](\\d{1,2})日?|(\\d{4})(\\d{2})(\\d{2})");
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");
    private static final DateTimeFormatter ISO =
            DateTimeFormatter.ISO_LOCAL_DATE.withResolverStyle(ResolverStyle.STRICT);

    private final Function<Column, String> cells;
    private final List<RowProblem> problems = new ArrayList<>();

    Cells(Function<Column, String> cells) {
        this.cells = cells;
    }

    List<RowProblem> problems() {
        return problems;
    }

    void note(Column column, Problem problem) {
        problems.add(new RowProblem(column, raw(column), problem));
    }

    /** The stripped text; null when it is missing, too long or otherwise unusable, noted where the field needs it. */
    @Nullable
    String text(Column column) {
        String value = raw(column);
        if (value.isEmpty()) {
            if (column.required()) {
                note(column, Problem.MISSING);
            }
            return null;
        }
        if (value.codePointCount(0, value.length()) > column.longest()) {
            note(column, Problem.TOO_LONG);
            return null;
        }
        if (CONTROL.matcher(value).find()) {
            note(column, Problem.CONTROL_CHARACTERS);
            return null;
        }
        return value;
    }

    /** The text turned into a value by a parser that answers empty when it cannot; the problem is noted then. */
    <T> @Nullable T parsed(Column column, Function<String, Optional<T>> parser, Problem otherwise) {
        String text = text(column);
        if (text == null) {
            return null;
        }
        Optional<T> value = parser.apply(text);
        if (value.isEmpty()) {
            note(column, otherwise);
        }
        return value.orElse(null);
    }

    @Nullable
    LocalDate date(Column column) {
        return parsed(column, Cells::date, Problem.NOT_A_DATE);
    }

    /** Reads 2019-03-08, 2019/3/8, 2019.3.8, 20190308 and 2019年3月8日. */
    static Optional<LocalDate> date(String text) {
        Matcher parts = DATE.matcher(text.strip());
        if (!parts.matches()) {
            return Optional.empty();
        }
        int first = parts.group(1) != null ? 1 : 4;
        try {
            return Optional.of(LocalDate.parse(
                    "%s-%02d-%02d"
                            .formatted(
                                    parts.group(first),
                                    Integer.parseInt(parts.group(first + 1)),
                                    Integer.parseInt(parts.group(first + 2))),
                    ISO));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private String raw(Column column) {
        return cells.apply(column).strip();
    }
}
