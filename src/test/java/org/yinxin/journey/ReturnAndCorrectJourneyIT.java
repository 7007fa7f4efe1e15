package org.yinxin.journey;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.yinxin.shared.Bureau;

class ReturnAndCorrectJourneyIT extends Journey {

    private static final String REASON = "The scan is not legible; please upload it again.";

    @Test
    void anApplicantSeesExactlyWhatWasAskedAndCorrectsIt() {
        read("en");
        Citizen citizen = town().representative("林若溪");
        signUp(citizen);
        signIn(citizen);
        bind(citizen);
        String reference = apply(citizen);
        decide(Bureau.PUBLIC_SECURITY, reference, "RETURNED", REASON, "SUPPORTING_FILE");

        signIn(citizen);
        assertThat(open("/applications/" + reference).text()).contains(REASON);
        Page file = open("/applications/" + reference + "/supporting-file");
        assertThat(file.text()).contains(REASON);
        file.attach("file", Documents.contract(2)).submit();
        submit(reference);

        approve(Bureau.PUBLIC_SECURITY, reference);
        approve(Bureau.MARKET_SUPERVISION, reference);
        approve(Bureau.DATA_ADMINISTRATION, reference);
        signIn(citizen);
        assertThat(open("/seals").text()).contains(citizen.enterprise());
    }

    @Test
    void aReturnWithoutAReasonIsNotAccepted() {
        read("en");
        Citizen citizen = town().representative("周景明");
        signUp(citizen);
        signIn(citizen);
        bind(citizen);
        String reference = apply(citizen);

        signIn(Bureau.MARKET_SUPERVISION);
        Page again = open("/office/reviews/" + reference)
                .choose("outcome", "RETURNED")
                .choose("parts", "SUPPORTING_FILE")
                .press("button[form=decide][type=submit]");

        assertThat(again.errors()).isNotEmpty();
        assertThat(again.title()).startsWith("Error: ");
    }
}
