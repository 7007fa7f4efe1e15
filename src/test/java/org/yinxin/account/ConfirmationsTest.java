package org.yinxin.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;

class ConfirmationsTest {

    private static final Instant NOW = Instant.parse("2026-11-21T08:00:00Z");
    private static final UUID PERSON = UUID.randomUUID();

    private final MockHttpServletRequest request = new MockHttpServletRequest();

    @Test
    void holdsForTenMinutesForTheOneWhoGaveIt() {
        at(NOW).confirmed(request, PERSON);

        assertThat(at(NOW).holds(request, PERSON)).isTrue();
        assertThat(at(NOW.plusSeconds(599)).holds(request, PERSON)).isTrue();
        assertThat(at(NOW.plusSeconds(600)).holds(request, PERSON)).isFalse();
        assertThat(at(NOW.minusSeconds(1)).holds(request, PERSON))
                .as("from the future")
                .isFalse();
        assertThat(at(NOW).holds(request, UUID.randomUUID())).isFalse();
    }

    @Test
    void asksWhereNobodyConfirmedAnythingAndBeginsNoSession() {
        assertThat(at(NOW).holds(request, PERSON)).isFalse();
        assertThat(request.getSession(false)).isNull();
        assertThatThrownBy(() -> at(NOW).demand(request, PERSON, "/account/keys/new"))
                .isInstanceOfSatisfying(
                        NotConfirmedException.class, e -> assertThat(e.back()).isEqualTo("/account/keys/new"));
    }

    private static Confirmations at(Instant now) {
        return new Confirmations(Clock.fixed(now, ZoneOffset.UTC));
    }
}
