package org.yinxin.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class PasswordsTest {

    private final Passwords passwords = new Passwords();

    @Test
    void passwordsAreKeptAsArgon2idWithTheirParameters() {
        assertThat(passwords.encode("four grey geese over the lake")).startsWith("$argon2id$v=19$m=32768,t=3,p=1$");
    }

    @Test
    void thePasswordMatchesHoweverItsCharactersWereComposed() {
        String hash = passwords.encode("Cafe\u0301 au lait au lit");
        assertThat(passwords.matches("Caf\u00e9 au lait au lit", hash)).isTrue();
        assertThat(passwords.matches("Cafe au lait au lit", hash)).isFalse();
    }

    @Test
    void twoHashesOfOnePasswordDiffer() {
        assertThat(passwords.encode("four grey geese")).isNotEqualTo(passwords.encode("four grey geese"));
    }

    @Test
    void nobodyMatchesNothingAndTakesItsTime() {
        passwords.matchesNobody("warm up");
        String hash = passwords.encode("four grey geese");
        Instant start = Instant.now();
        passwords.matches("other", hash);
        Instant middle = Instant.now();
        assertThat(passwords.matchesNobody("nobody signs in with this")).isFalse();
        Duration known = Duration.between(start, middle);
        assertThat(Duration.between(middle, Instant.now())).isGreaterThan(known.dividedBy(5));
    }
}
