package org.yinxin.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordPolicyTest {

    private static final List<String> ABOUT = List.of("沈知远", "13812345678");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "four grey geese over the lake",
                "春眠不觉晓处处闻啼鸟夜来风雨声花落知多少",
                "lowercaseonlybutlongandodd",
                "8350172946183057",
                "password managers make these",
                "   leading and trailing   "
            })
    void longAndUncommonPasswordsOfAnyCompositionAreAccepted(String password) {
        assertThat(PasswordPolicy.refusal(password, ABOUT)).isEmpty();
    }

    @Test
    void fifteenCharactersSufficeAndFourteenDoNot() {
        assertThat(PasswordPolicy.refusal("kq7vbn2xw9rtzpl", ABOUT)).isEmpty();
        assertThat(PasswordPolicy.refusal("kq7vbn2xw9rtzp", ABOUT)).contains(PasswordRefusal.TOO_SHORT);
    }

    @Test
    void sixtyFourCharactersAreAcceptedAndMoreThan128Refused() {
        String odd = "Zwölf Boxkämpfer jagen Viktor quer über den großen Sylter Deich. ";
        assertThat(PasswordPolicy.refusal(odd, ABOUT)).isEmpty();
        assertThat(PasswordPolicy.refusal(odd.repeat(2), ABOUT)).contains(PasswordRefusal.TOO_LONG);
    }

    @Test
    void charactersAreCodePointsAfterNormalisation() {
        assertThat(PasswordPolicy.refusal("🦆🦢🪿🦉🐦🦅🦜🦩🕊🐓🦃🦚🐧🦤", List.of()))
                .contains(PasswordRefusal.TOO_SHORT);
        assertThat(PasswordPolicy.refusal("🦆🦢🪿🦉🐦🦅🦜🦩🕊🐓🦃🦚🐧🦤🐣", List.of()))
                .isEmpty();
        assertThat(PasswordPolicy.refusal("ｐａｓｓｗｏｒｄｐａｓｓｗｏｒｄ", List.of())).contains(PasswordRefusal.COMMON);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "passwordpassword",
                "Password1234567890",
                "PASSWORD!!!!!!!!",
                "123456789012345",
                "123123123123123",
                "aaaaaaaaaaaaaaa",
                "qwertyuiopasdfg",
                "1qaz2wsx3edc4rfv",
                "iloveyouforever",
                "yinxinyinxinyinxin",
                "印信印信印信印信印信印信印信印信",
                "correct horse battery staple",
                "demo-enterprise-seal"
            })
    void passwordsThatAnybodyWouldTryFirstAreRefused(String password) {
        assertThat(PasswordPolicy.refusal(password, ABOUT)).contains(PasswordRefusal.COMMON);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1381234567813812345678", "沈知远沈知远沈知远沈知远沈知远", "沈知远13812345678!!!", "138 1234 5678 2026"})
    void passwordsMadeOfOnesOwnNameOrNumberAreRefused(String password) {
        assertThat(PasswordPolicy.refusal(password, ABOUT)).contains(PasswordRefusal.ABOUT_YOU);
    }

    @Test
    void theOwnNameMayStandInALongerSentence() {
        assertThat(PasswordPolicy.refusal("沈知远 drinks his tea by the river", ABOUT))
                .isEmpty();
    }
}
