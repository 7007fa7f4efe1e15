package org.yinxin.register;

import java.time.Clock;
import java.time.LocalDate;
import java.util.function.Function;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;
import org.yinxin.shared.SealCode;
import org.yinxin.shared.SealKind;
import org.yinxin.shared.Uscc;

/** Reads a filing of a physical seal from a form or a row of a file, by the same rules. */
@Component
public class FilingReader {

    private final Clock clock;

    FilingReader(Clock clock) {
        this.clock = clock;
    }

    /** @param registered whether the market register knows the enterprise */
    public Reading<FilingRow> read(Function<Column, String> cells, Predicate<Uscc> registered) {
        Cells row = new Cells(cells);
        SealCode code = row.parsed(Column.CODE, SealCode::parse, Problem.NOT_A_SEAL_CODE);
        Uscc uscc = row.parsed(Column.USCC, Uscc::parse, Problem.NOT_A_USCC);
        if (uscc != null && !registered.test(uscc)) {
            row.note(Column.USCC, Problem.NO_SUCH_ENTERPRISE);
        }
        SealKind kind = row.parsed(Column.SEAL_KIND, Vocabulary.SEAL_KINDS::meaning, Problem.NOT_A_KIND);
        FilingStatus status =
                row.parsed(Column.FILING_STATUS, Vocabulary.FILING_STATUSES::meaning, Problem.NOT_A_STATUS);
        LocalDate filedOn = row.date(Column.FILED_ON);
        // A day of grace: the office's calendar is ahead of UTC.
        if (filedOn != null && filedOn.isAfter(LocalDate.now(clock).plusDays(1))) {
            row.note(Column.FILED_ON, Problem.IN_THE_FUTURE);
        }
        if (!row.problems().isEmpty()
                || code == null
                || uscc == null
                || kind == null
                || status == null
                || filedOn == null) {
            return new Reading.Bad<>(row.problems());
        }
        return new Reading.Good<>(new FilingRow(code, uscc, kind, status, filedOn));
    }
}
