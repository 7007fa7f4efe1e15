package org.yinxin.register;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import org.yinxin.shared.Digest;
import org.yinxin.shared.Uscc;

/** Reads an enterprise from a form or a row of a file, by the same rules. */
@Component
public class EnterpriseReader {

    private static final Pattern DIVISION = Pattern.compile("[1-9]\\d{5}");
    private static final Pattern HAN = Pattern.compile("\\p{IsHan}");
    private static final Predicate<String> UNLIMITED =
            Pattern.compile("长期|无固定期限|unlimited|9999.*").asMatchPredicate();

    private final Clock clock;

    EnterpriseReader(Clock clock) {
        this.clock = clock;
    }

    /**
     * @param cells the text of each column, identity numbers sealed by {@link IdentityCells}
     * @param accepted whether a code whose check character fails was accepted earlier, with a reason
     */
    public Reading<EnterpriseRow> read(Function<Column, String> cells, Predicate<Uscc> accepted) {
        Cells row = new Cells(cells);
        Uscc uscc = row.parsed(Column.USCC, Uscc::parse, Problem.NOT_A_USCC);
        String overrideReason = row.text(Column.CODE_OVERRIDE_REASON);
        if (uscc != null && !uscc.checkCharacterHolds() && overrideReason == null && !accepted.test(uscc)) {
            row.note(Column.USCC, Problem.CHECK_CHARACTER);
        }
        String nameZh = row.parsed(Column.NAME_ZH, EnterpriseReader::chinese, Problem.NOT_CHINESE);
        String nameEn = row.text(Column.NAME_EN);
        EnterpriseKind kind = row.parsed(Column.KIND, Vocabulary.ENTERPRISE_KINDS::meaning, Problem.NOT_A_KIND);
        String representative = row.text(Column.LEGAL_REPRESENTATIVE);
        Digest identity =
                row.parsed(Column.LEGAL_REPRESENTATIVE_ID, IdentityCells::open, Problem.NOT_AN_IDENTITY_NUMBER);
        String address = row.text(Column.ADDRESS);
        EnterpriseStatus status =
                row.parsed(Column.STATUS, Vocabulary.ENTERPRISE_STATUSES::meaning, Problem.NOT_A_STATUS);
        LocalDate establishedOn = row.date(Column.ESTABLISHED_ON);
        // A day of grace: the office's calendar is ahead of UTC.
        if (establishedOn != null && establishedOn.isAfter(LocalDate.now(clock).plusDays(1))) {
            row.note(Column.ESTABLISHED_ON, Problem.IN_THE_FUTURE);
        }
        LocalDate validUntil =
                UNLIMITED.test(cells.apply(Column.VALID_UNTIL).strip()) ? null : row.date(Column.VALID_UNTIL);
        if (establishedOn != null && validUntil != null && validUntil.isBefore(establishedOn)) {
            row.note(Column.VALID_UNTIL, Problem.ENDS_BEFORE_IT_BEGINS);
        }
        String division = row.parsed(Column.DIVISION, EnterpriseReader::division, Problem.NOT_A_DIVISION);
        if (!row.problems().isEmpty()
                || uscc == null
                || nameZh == null
                || kind == null
                || representative == null
                || identity == null
                || address == null
                || status == null
                || establishedOn == null
                || division == null) {
            return new Reading.Bad<>(row.problems());
        }
        return new Reading.Good<>(new EnterpriseRow(
                new EnterpriseEntry(
                        uscc,
                        nameZh,
                        nameEn,
                        kind,
                        representative,
                        identity,
                        address,
                        status,
                        establishedOn,
                        validUntil,
                        division),
                uscc.checkCharacterHolds() ? null : overrideReason));
    }

    private static Optional<String> chinese(String name) {
        return Optional.of(name)
                .filter(text -> text.length() >= 2 && HAN.matcher(text).find());
    }

    private static Optional<String> division(String digits) {
        return Optional.of(digits).filter(DIVISION.asMatchPredicate());
    }
}
