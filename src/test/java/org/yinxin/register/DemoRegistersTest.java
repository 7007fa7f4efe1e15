package org.yinxin.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.yinxin.account.DemoCitizens;
import org.yinxin.account.DemoCitizens.DemoCitizen;
import org.yinxin.shared.NationalId;
import org.yinxin.shared.SealKind;
import org.yinxin.shared.Uscc;

class DemoRegistersTest {

    private final List<Function<Column, String>> raw = DemoRegisters.rows("demo/enterprises.csv");
    private final List<EnterpriseEntry> enterprises =
            raw.stream().map(this::entry).toList();
    private final List<FilingRow> filings = DemoRegisters.rows("demo/filings.csv").stream()
            .map(row -> good(new FilingReader(Clock.systemUTC()).read(row, this::isRegistered)))
            .toList();

    @Test
    void thereAreEnoughEnterprisesOfEveryKindAndStatus() {
        assertThat(enterprises).hasSizeGreaterThanOrEqualTo(36);
        assertThat(enterprises).extracting(EnterpriseEntry::uscc).doesNotHaveDuplicates();
        assertThat(enterprises).allMatch(entry -> entry.uscc().checkCharacterHolds());
        assertThat(enterprises).extracting(EnterpriseEntry::kind).contains(EnterpriseKind.values());
        assertThat(enterprises).extracting(EnterpriseEntry::status).contains(EnterpriseStatus.values());
        assertThat(enterprises).allMatch(entry -> entry.division().startsWith("3301"));
        assertThat(enterprises)
                .extracting(entry -> entry.nameZh().length())
                .contains(4)
                .anyMatch(length -> length >= 28)
                .allMatch(length -> length >= 4 && length <= 30);
    }

    @Test
    void everyDemonstrationCitizenRepresentsAnActiveEnterpriseUnderTheirNameAndNumber() {
        for (DemoCitizen citizen : DemoCitizens.LEGAL_REPRESENTATIVES) {
            assertThat(raw).as(citizen.name()).anySatisfy(row -> {
                assertThat(row.apply(Column.LEGAL_REPRESENTATIVE)).isEqualTo(citizen.name());
                assertThat(NationalId.parse(row.apply(Column.LEGAL_REPRESENTATIVE_ID)))
                        .contains(citizen.nationalId());
                assertThat(entry(row).status()).isEqualTo(EnterpriseStatus.ACTIVE);
            });
        }
    }

    @Test
    void theBystanderRepresentsNobody() {
        assertThat(raw)
                .noneMatch(row -> NationalId.parse(row.apply(Column.LEGAL_REPRESENTATIVE_ID))
                        .filter(DemoCitizens.BYSTANDER.nationalId()::equals)
                        .isPresent());
    }

    @Test
    void everyActiveEnterpriseHasExactlyOneStatutoryNameSealInUse() {
        Map<Uscc, Long> inUse = filings.stream()
                .filter(filing -> filing.kind() == SealKind.STATUTORY_NAME
                        && filing.status().isInUse())
                .collect(Collectors.groupingBy(FilingRow::uscc, Collectors.counting()));

        assertThat(enterprises)
                .filteredOn(entry -> entry.status().isActive())
                .allSatisfy(entry -> assertThat(inUse).containsEntry(entry.uscc(), 1L));
        assertThat(filings).extracting(FilingRow::code).doesNotHaveDuplicates();
        assertThat(filings).extracting(FilingRow::status).contains(FilingStatus.values());
    }

    private boolean isRegistered(Uscc uscc) {
        return enterprises.stream().anyMatch(entry -> entry.uscc().equals(uscc));
    }

    private EnterpriseEntry entry(Function<Column, String> row) {
        assertThat(NationalId.parse(row.apply(Column.LEGAL_REPRESENTATIVE_ID))).isPresent();
        Function<Column, String> sealed = column -> column == Column.LEGAL_REPRESENTATIVE_ID
                ? IdentityCells.of(RegisterFixtures.digest(row.apply(column)))
                : row.apply(column);
        return good(new EnterpriseReader(Clock.systemUTC()).read(sealed, uscc -> false))
                .entry();
    }

    private static <T> T good(Reading<T> reading) {
        assertThat(reading).isInstanceOf(Reading.Good.class);
        return ((Reading.Good<T>) reading).entry();
    }
}
