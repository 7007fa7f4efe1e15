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
        Citizen owner = representative("方亦舟");
        approveAll(apply(owner));
        signIn(owner);
        SealNumber seal = sealOfMine();
        activate(seal);
        Citizen applicant = representative("叶青禾");
        String reference = apply(applicant);

        try (ChainSwitch chain = new ChainSwitch(environment)) {
            chain.off();
            couldNotBeChecked(seal);
            signIn(owner);
            String draft = notStampedButKept();
            approveAll(reference);
            signIn(applicant);
            SealNumber waiting = sealOfMine();
            assertThat(open("/seals/" + waiting).has("a[href$='/activation']"))
                    .as("usable before it is recorded")
                    .isFalse();

            chain.on();
            activate(waiting);
            signIn(owner);
            open(draft).press("form[action$='/check'] button[type=submit]").await("a[href$='/document']");
        }
        nobody();
        assertThat(open("/s/" + seal).has(".app-verdict--valid")).isTrue();
    }

    private Citizen representative(String name) {
        Citizen citizen = town().representative(name);
        signUp(citizen);
        signIn(citizen);
        bind(citizen);
        return citizen;
    }

    private void approveAll(String reference) {
        for (Bureau bureau : Bureau.values()) {
            approve(bureau, reference);
        }
    }

    private void couldNotBeChecked(SealNumber seal) {
        nobody();
        Page page = open("/s/" + seal);
        assertThat(page.has(".app-verdict--unknown")).as(page.text()).isTrue();
        assertThat(page.has(".app-verdict--invalid")).isFalse();
    }

    /** @return where the document waits */
    private String notStampedButKept() {
        Page check = open("/stamping/new")
                .attach("file", Documents.contract(1))
                .submit()
                .press("button[value=continue]")
                .type("purpose", "Signed while the chain slept")
                .choose("documentClass", "OTHER")
                .submit()
                .press("form[action$='/check'] button[type=submit]")
                .isAt("/stamping/drafts/.*/check");
        assertThat(check.has("#obstacle")).isTrue();
        return check.path();
    }
}
