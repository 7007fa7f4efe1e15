package org.yinxin.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.yinxin.account.DemoCitizens.DemoCitizen;

class DemoPeopleTest {

    private static final List<DemoCitizen> ALL = Stream.concat(
                    DemoCitizens.LEGAL_REPRESENTATIVES.stream(),
                    Stream.of(DemoCitizens.BYSTANDER, DemoCitizens.HANDLER, DemoCitizens.KEEPER))
            .toList();

    @Test
    void demoCitizensAreFromADivisionThatDoesNotExist() {
        assertThat(ALL)
                .hasSizeGreaterThanOrEqualTo(7)
                .allMatch(citizen -> citizen.nationalId().value().startsWith("9901"))
                .extracting(citizen -> citizen.nationalId().value())
                .doesNotHaveDuplicates();
    }

    @Test
    void theirTelephoneNumbersAreSignInNames() {
        assertThat(ALL)
                .extracting(DemoCitizen::phone)
                .allMatch(phone -> PhoneNumber.parse(phone).isPresent())
                .doesNotHaveDuplicates();
    }

    @Test
    void nobodyElseMayChooseTheDemoPassword() {
        assertThat(PasswordPolicy.refusal(DemoPeople.PASSWORD, java.util.List.of()))
                .contains(PasswordRefusal.COMMON);
    }
}
