package org.yinxin.journey;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.yinxin.shared.Bureau;
import org.yinxin.shared.SealNumber;

class ChainDownJourneyIT extends Journey {

    @Autowired
    private Environment environment;

    @Test
    void withoutTheChainNothingIsCalledInvalidAndNothingIsLost() throws Exception {
        read("en");
        Citizen citizen = town().representative("方亦舟");
        signUp(citizen);
        signIn(citizen);
        bind(citizen);
        String reference = apply(citizen);
        for (Bureau bureau : Bureau.values()) {
            approve(bureau, reference);
        }
        signIn(citizen);
        SealNumber seal = sealOfMine();
        activate(seal);

        try (ChainSwitch chain = new ChainSwitch(environment)) {
            chain.off();
            Page sealPage = open("/s/" + seal);
            assertThat(sealPage.has(".app-verdict--unknown"))
                    .as(sealPage.text())
                    .isTrue();
            assertThat(sealPage.has(".app-verdict--invalid")).isFalse();

            Page use = stamp();
            assertThat(use.has("a[href$='/document']"))
                    .as("handed out before it is recorded")
                    .isFalse();

            chain.on();
            use.await("a[href$='/document']");
        }
        assertThat(open("/s/" + seal).has(".app-verdict--valid")).isTrue();
    }

    private Page stamp() {
        return open("/stamping/new")
                .attach("file", Documents.contract(1))
                .submit()
                .press("button[value=continue]")
                .type("purpose", "Signed while the chain slept")
                .submit()
                .press("form[action$='/check'] button[type=submit]")
                .isAt("/stamping/uses/.*");
    }
}
