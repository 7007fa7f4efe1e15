package org.yinxin.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class ReadableSecretTest {

    @RepeatedTest(20)
    void aOneTimePasswordSatisfiesThePasswordRules() {
        assertThat(PasswordPolicy.refusal(ReadableSecret.password(), List.of())).isEmpty();
    }

    @Test
    void aCounterCodeIsReadHoweverItIsTyped() {
        assertThat(ReadableSecret.read(" 7K4M 2QPD-9ROI ")).isEqualTo("7k4m-2qpd-9r01");
        String code = ReadableSecret.counterCode();
        assertThat(ReadableSecret.read(code)).isEqualTo(code).hasSize(14);
    }
}
