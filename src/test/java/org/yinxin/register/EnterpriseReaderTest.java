package org.yinxin.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EnterpriseReaderTest {

    private final EnterpriseReader reader =
            new EnterpriseReader(Clock.fixed(Instant.parse("2026-06-01T08:00:00Z"), ZoneOffset.UTC));
    private final Map<Column, String> cells = new EnumMap<>(Map.ofEntries(
            Map.entry(Column.USCC, RegisterFixtures.uscc().value()),
            Map.entry(Column.NAME_ZH, "杭州青禾软件有限公司"),
            Map.entry(Column.KIND, "有限责任公司"),
            Map.entry(Column.LEGAL_REPRESENTATIVE, "沈知远"),
            Map.entry(Column.LEGAL_REPRESENTATIVE_ID, IdentityCells.of(RegisterFixtures.digest("沈知远"))),
            Map.entry(Column.ADDRESS, "杭州市西湖区文三路 100 号"),
            Map.entry(Column.STATUS, "存续"),
            Map.entry(Column.ESTABLISHED_ON, "2015年3月8日"),
            Map.entry(Column.DIVISION, "330106")));

    @Test
    void aCompleteRowIsRead() {
        EnterpriseEntry entry = good().entry();

        assertThat(entry.kind()).isEqualTo(EnterpriseKind.LIMITED_COMPANY);
        assertThat(entry.status()).isEqualTo(EnterpriseStatus.ACTIVE);
        assertThat(entry.establishedOn()).isEqualTo(LocalDate.of(2015, 3, 8));
        assertThat(entry.validUntil()).isNull();
        assertThat(entry.nameEn()).isNull();
    }

    @Test
    void everyMissingFieldIsNamedAtOnce() {
        cells.clear();

        assertThat(problems())
                .extracting(RowProblem::column)
                .containsExactlyInAnyOrder(
                        Column.USCC,
                        Column.NAME_ZH,
                        Column.KIND,
                        Column.LEGAL_REPRESENTATIVE,
                        Column.LEGAL_REPRESENTATIVE_ID,
                        Column.ADDRESS,
                        Column.STATUS,
                        Column.ESTABLISHED_ON,
                        Column.DIVISION);
        assertThat(problems()).extracting(RowProblem::problem).containsOnly(Problem.MISSING);
    }

    @ParameterizedTest
    @CsvSource({
        "USCC, 9133010, NOT_A_USCC",
        "USCC, 9.13E+17, NOT_A_USCC",
        "NAME_ZH, Qinghe Software, NOT_CHINESE",
        "KIND, 集团, NOT_A_KIND",
        "STATUS, 良好, NOT_A_STATUS",
        "LEGAL_REPRESENTATIVE_ID, 33**************12, NOT_AN_IDENTITY_NUMBER",
        "ESTABLISHED_ON, 2015-02-30, NOT_A_DATE",
        "ESTABLISHED_ON, last year, NOT_A_DATE",
        "ESTABLISHED_ON, 2027-01-01, IN_THE_FUTURE",
        "VALID_UNTIL, 2014-12-31, ENDS_BEFORE_IT_BEGINS",
        "DIVISION, 3301, NOT_A_DIVISION",
    })
    void whatCannotBeIsRefused(Column column, String value, Problem problem) {
        cells.put(column, value);

        assertThat(problems()).containsExactly(new RowProblem(column, value, problem));
    }

    @ParameterizedTest
    @CsvSource({"2015-03-08", "2015/3/8", "2015.3.8", "20150308", "2015年03月08日"})
    void datesAreReadAsOfficesWriteThem(String written) {
        cells.put(Column.ESTABLISHED_ON, written);

        assertThat(good().entry().establishedOn()).isEqualTo(LocalDate.of(2015, 3, 8));
    }

    @Test
    void anUnlimitedTermHasNoEnd() {
        cells.put(Column.VALID_UNTIL, "长期");

        assertThat(good().entry().validUntil()).isNull();
    }

    @Test
    void tooLongAndUnprintableTextIsRefused() {
        cells.put(Column.ADDRESS, "路".repeat(201));
        cells.put(Column.NAME_EN, "Qinghe\u0007Software");

        assertThat(problems())
                .extracting(RowProblem::problem)
                .containsExactlyInAnyOrder(Problem.TOO_LONG, Problem.CONTROL_CHARACTERS);
    }

    @Test
    void aCodeWhoseCheckCharacterFailsNeedsAReason() {
        cells.put(Column.USCC, failing());

        assertThat(problems()).extracting(RowProblem::problem).containsExactly(Problem.CHECK_CHARACTER);

        cells.put(Column.CODE_OVERRIDE_REASON, "2015年试点赋码，已核对档案");
        assertThat(good().codeOverrideReason()).isEqualTo("2015年试点赋码，已核对档案");
    }

    @Test
    void aFailingCodeThatWasAcceptedEarlierNeedsNoNewReason() {
        cells.put(Column.USCC, failing());

        assertThat(reader.read(this::cell, uscc -> true)).isInstanceOf(Reading.Good.class);
    }

    @Test
    void aReasonForACodeThatHoldsIsNotKept() {
        cells.put(Column.CODE_OVERRIDE_REASON, "不需要");

        assertThat(good().codeOverrideReason()).isNull();
    }

    private static String failing() {
        String holds = RegisterFixtures.uscc().value();
        return holds.substring(0, 17) + (holds.endsWith("0") ? "1" : "0");
    }

    private String cell(Column column) {
        return cells.getOrDefault(column, "");
    }

    private EnterpriseRow good() {
        return ((Reading.Good<EnterpriseRow>) reader.read(this::cell, uscc -> false)).entry();
    }

    private List<RowProblem> problems() {
        return ((Reading.Bad<EnterpriseRow>) reader.read(this::cell, uscc -> false)).problems();
    }
}
