package org.yinxin.register.imports;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.yinxin.register.Author;
import org.yinxin.register.Problem;
import org.yinxin.register.Reading;
import org.yinxin.register.RowProblem;
import org.yinxin.register.Tally;
import org.yinxin.shared.Uscc;

/** Takes the rows of one import portion by portion, keeping count of what came of them. */
final class RowTaker<T> {

    private final RegisterRows<T> rows;
    private final Author author;
    private final Set<String> seen = new HashSet<>();
    private Tally tally = Tally.NONE;
    private int done;
    private int refused;
    private int problems;

    RowTaker(RegisterRows<T> rows, Author author) {
        this.rows = rows;
        this.author = author;
    }

    /** Checks a portion and puts its good rows into the register; the problems of the others are handed back. */
    List<ImportProblem> take(List<TableRow> portion, Set<Uscc> known) {
        List<T> good = new ArrayList<>();
        List<ImportProblem> found = new ArrayList<>();
        for (TableRow row : portion) {
            List<RowProblem> wrong = check(row, known, good);
            wrong.forEach(problem ->
                    found.add(new ImportProblem(row.number(), problem.column(), problem.value(), problem.problem())));
            refused += wrong.isEmpty() ? 0 : 1;
        }
        tally = tally.plus(good.isEmpty() ? Tally.NONE : rows.put(good, author));
        done += portion.size();
        problems += found.size();
        return found;
    }

    Tally tally() {
        return tally;
    }

    int done() {
        return done;
    }

    int refused() {
        return refused;
    }

    int problems() {
        return problems;
    }

    private List<RowProblem> check(TableRow row, Set<Uscc> known, List<T> good) {
        if (row.tooWide()) {
            return List.of(new RowProblem(null, "", Problem.TOO_MANY_CELLS));
        }
        Reading<T> reading = rows.read(row, known);
        if (reading instanceof Reading.Bad<T> bad) {
            return bad.problems();
        }
        T entry = ((Reading.Good<T>) reading).entry();
        if (!seen.add(rows.keyOf(entry))) {
            return List.of(new RowProblem(rows.key(), rows.keyOf(entry), Problem.TWICE_IN_THE_FILE));
        }
        good.add(entry);
        return List.of();
    }
}
