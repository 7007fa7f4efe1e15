package org.yinxin.journey;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ImpostorJourneyIT extends Journey {

    @Test
    void somebodyOfTheSameNameCannotBecomeTheLegalRepresentative() {
        read("en");
        Citizen impostor = town().impostorOf(town().representative("陆承泽"));
        signUp(impostor);
        signIn(impostor);

        Page refused = open("/enterprises/bind")
                .type("which", impostor.uscc().value())
                .submit()
                .submit();

        assertThat(refused.title()).isNotBlank();
        assertThat(open("/enterprises").text()).doesNotContain(impostor.enterprise());
        assertThat(open("/applications/start").has("form[action='/applications/start']"))
                .isFalse();
        assertThat(open("/enterprises/" + impostor.uscc().value()).text()).doesNotContain(impostor.enterprise());
    }

    @Test
    void somebodyElsesApplicationIsNotFound() {
        read("en");
        Citizen owner = town().representative("许静姝");
        signUp(owner);
        signIn(owner);
        bind(owner);
        String reference = apply(owner);
        Citizen other = town().impostorOf(owner);
        signUp(other);
        signIn(other);

        assertThat(open("/applications/" + reference).text()).doesNotContain(owner.enterprise());
    }
}
