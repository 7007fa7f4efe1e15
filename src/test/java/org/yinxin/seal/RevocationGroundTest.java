package org.yinxin.seal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yinxin.pki.RevocationReason;

class RevocationGroundTest {

    @ParameterizedTest
    @EnumSource
    void aGroundIsFoundByItsNameAndSaysTheSameOfTheCertificates(RevocationGround ground) {
        assertThat(RevocationGround.of(ground.name())).contains(ground);
        assertThat(ground.ofCertificates()).isEqualTo(RevocationReason.valueOf(ground.name()));
    }

    @Test
    void noTwoGroundsAreToldAlike() {
        assertThat(RevocationGround.values())
                .extracting(RevocationGround::ofCertificates)
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "SUPERSEDED", "CA_COMPROMISE", "UNSPECIFIED", "key_compromise"})
    void whatNoOfficerMayChooseIsNoGround(String name) {
        assertThat(RevocationGround.of(name)).isEmpty();
    }
}
