package org.yinxin.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignInNamesTest {

    @ParameterizedTest
    @ValueSource(strings = {"13812345678", "138 1234 5678", "+86 138-1234-5678", "008613812345678", "１３８１２３４５６７８"})
    void aMobileNumberIsFoundHoweverItIsTyped(String typed) {
        assertThat(SignInName.parse(typed)).contains("13812345678");
    }

    @ParameterizedTest
    @ValueSource(strings = {"MS1001", "ms1001", " ms-1001 ", "ＭＳ１００１"})
    void aStaffNumberIsFoundHoweverItIsTyped(String typed) {
        assertThat(SignInName.parse(typed)).contains("MS1001");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "12345", "12812345678", "138123456789", "M1", "MSABCD", "' or 1=1 --"})
    void whatNobodyCanBeCalledIsNobodysName(String typed) {
        assertThat(SignInName.parse(typed)).isEmpty();
    }

    @Test
    void aMobileNumberIsGroupedToBeReadAloud() {
        assertThat(new PhoneNumber("13812345678").grouped()).isEqualTo("138 1234 5678");
    }
}
