package org.yinxin.journey;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.yinxin.shared.Bureau;

class RefuseJourneyIT extends Journey {

    private static final String REASON = "The papers do not match the register.";

    @Test
    void aRefusedApplicantIsToldWhyAndGetsNoSeal() {
        read("en");
        Citizen citizen = town().representative("顾晚晴");
        signUp(citizen);
        signIn(citizen);
        bind(citizen);
        String reference = apply(citizen);
        decide(Bureau.MARKET_SUPERVISION, reference, "REFUSED", REASON, null);

        signIn(citizen);
        assertThat(open("/applications/" + reference).text()).contains(REASON);
        assertThat(open("/seals").text()).doesNotContain(citizen.enterprise());
        nobody();
        Page search = open("/check/search?q=" + citizen.uscc().value());
        assertThat(search.has(".app-verdict--valid")).isFalse();
    }
}
