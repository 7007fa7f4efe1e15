package org.yinxin.enterprise;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.yinxin.account.PersonView;
import org.yinxin.account.Role;
import org.yinxin.enterprise.BindingOutcome.Reason;
import org.yinxin.register.EnterpriseEntry;
import org.yinxin.register.EnterpriseStatus;
import org.yinxin.register.RegisterFixtures;
import org.yinxin.shared.Digest;

class BindingRulesTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 6, 1);
    private static final Digest IDENTITY = RegisterFixtures.digest("identity");

    private final EnterpriseEntry enterprise =
            RegisterFixtures.enterprise(RegisterFixtures.uscc(), "阿依古丽·买买提", IDENTITY);

    @Test
    void numberAndNameTogetherMakeTheLegalRepresentative() {
        assertThat(BindingRules.refusal(person("阿依古丽·买买提", IDENTITY), enterprise, TODAY))
                .isEmpty();
        assertThat(BindingRules.refusal(person("阿依古丽 • 买买提", IDENTITY), enterprise, TODAY))
                .isEmpty();
    }

    @Test
    void numberOrNameAloneDoNot() {
        assertThat(BindingRules.refusal(person("阿依古丽", IDENTITY), enterprise, TODAY))
                .contains(Reason.NOT_LEGAL_REPRESENTATIVE);
        assertThat(BindingRules.refusal(person("阿依古丽·买买提", RegisterFixtures.digest("another")), enterprise, TODAY))
                .contains(Reason.NOT_LEGAL_REPRESENTATIVE);
        PersonView without = new PersonView(UUID.randomUUID(), "阿依古丽·买买提", Role.CITIZEN, null, null);
        assertThat(BindingRules.refusal(without, enterprise, TODAY)).contains(Reason.NOT_LEGAL_REPRESENTATIVE);
    }

    @ParameterizedTest
    @EnumSource(value = EnterpriseStatus.class, names = "ACTIVE", mode = EnumSource.Mode.EXCLUDE)
    void anEnterpriseThatIsNotActiveTakesNobody(EnterpriseStatus status) {
        assertThat(BindingRules.refusal(
                        person("阿依古丽·买买提", IDENTITY), RegisterFixtures.inState(enterprise, status), TODAY))
                .contains(Reason.NOT_ACTIVE);
    }

    @Test
    void theImpostorDoesNotLearnTheStatus() {
        assertThat(BindingRules.refusal(
                        person("吴不名", RegisterFixtures.digest("another")),
                        RegisterFixtures.inState(enterprise, EnterpriseStatus.DEREGISTERED),
                        TODAY))
                .contains(Reason.NOT_LEGAL_REPRESENTATIVE);
    }

    @Test
    void aTermOfBusinessEndsWithItsLastDay() {
        EnterpriseEntry ending = new EnterpriseEntry(
                enterprise.uscc(),
                enterprise.nameZh(),
                null,
                enterprise.kind(),
                enterprise.legalRepresentative(),
                enterprise.legalRepresentativeIdDigest(),
                enterprise.address(),
                EnterpriseStatus.ACTIVE,
                enterprise.establishedOn(),
                TODAY,
                enterprise.division());

        assertThat(ending.isActiveOn(TODAY)).isTrue();
        assertThat(ending.isActiveOn(TODAY.plusDays(1))).isFalse();
    }

    private static PersonView person(String name, Digest identity) {
        return new PersonView(UUID.randomUUID(), name, Role.CITIZEN, null, identity);
    }
}
