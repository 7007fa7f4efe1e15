package org.yinxin.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.yinxin.account.DemoCitizens.DemoCitizen;

class DemoPeopleTest {

    @Test
    void demoCitizensAreFromADivisionThatDoesNotExist() {
        assertThat(DemoCitizens.LEGAL_REPRESENTATIVES)
                .hasSizeGreaterThanOrEqualTo(4)
                .allMatch(citizen -> citizen.nationalId().value().startsWith("9901"))
                .extracting(citizen -> citizen.nationalId().value())
                .doesNotHaveDuplicates()
                .doesNotContain(DemoCitizens.BYSTANDER.nationalId().value());
    }

    @Test
    void theirTelephoneNumbersAreSignInNames() {
        assertThat(DemoCitizens.LEGAL_REPRESENTATIVES)
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
