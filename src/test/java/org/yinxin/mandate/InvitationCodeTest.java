package org.yinxin.mandate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InvitationCodeTest {

    @ParameterizedTest
    @ValueSource(strings = {"7KQ4-M2XD-9RTA", "7kq4m2xd9rta", " 7kq4 m2xd 9rta ", "7KQ4M2XD9RTA"})
    void isReadAsPeopleTypeIt(String typed) {
        assertThat(InvitationCode.parse(typed)).contains(new InvitationCode("7KQ4-M2XD-9RTA"));
    }

    @Test
    void lettersThatLookAlikeAreReadAsDigits() {
        assertThat(InvitationCode.parse("OOOO-IIII-LLLL")).contains(new InvitationCode("0000-1111-1111"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "7KQ4-M2XD", "7KQ4-M2XD-9RTA-0000", "7KQ4-M2XD-9RT!", "7KQ4-M2XD-9RTU"})
    void anythingElseIsNone(String typed) {
        assertThat(InvitationCode.parse(typed)).isEmpty();
    }

    @Test
    void isDrawnAtRandomAndNeverWrittenOut() {
        assertThat(IntStream.range(0, 200)
                        .mapToObj(i -> InvitationCode.random())
                        .collect(Collectors.toSet()))
                .hasSize(200);
        assertThat(new InvitationCode("7KQ4-M2XD-9RTA").toString()).doesNotContain("7KQ4");
    }
}
