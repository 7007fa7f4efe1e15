package org.yinxin.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yinxin.shared.Bureau;
import org.yinxin.shared.SealNumber;

class ApplyAndStampJourneyIT extends Journey {

    private static final int PAGES = 3;
    private static final Pattern USE_CODE = Pattern.compile("[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}");

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh-CN"})
    void anEnterpriseGetsItsSealAndStampsWhatAnyoneCanCheck(String language) throws Exception {
        read(language);
        assertThat(open("/").language()).isEqualTo(language);
        Citizen citizen = town().representative("沈知远");
        signUp(citizen);
        signIn(citizen);
        bind(citizen);
        String reference = apply(citizen);
        approve(Bureau.MARKET_SUPERVISION, reference);
        approve(Bureau.PUBLIC_SECURITY, reference);
        approve(Bureau.DATA_ADMINISTRATION, reference);

        signIn(citizen);
        SealNumber seal = sealOfMine();
        activate(seal);
        Path stamped = stamp(Documents.contract(PAGES));

        try (PDDocument document = Loader.loadPDF(stamped.toFile())) {
            assertThat(document.getNumberOfPages()).isEqualTo(PAGES);
            assertThat(document.getSignatureDictionaries()).as("GM and PAdES").hasSize(2);
        }
        nobody();
        sealIsInForce(seal, citizen);
        documentIsValid(stamped);
    }

    /** @return the file that was handed out */
    private Path stamp(Path document) {
        Page placement =
                open("/stamping/new").attach("file", document).submit().isAt("/stamping/drafts/.*/placement.*");
        Page use = placement
                .type("at[0].page", String.valueOf(PAGES))
                .type("at[0].left", "120")
                .type("at[0].top", "200")
                .press("button[value=continue]")
                .isAt(".*/purpose")
                .type("purpose", "Supply contract of 2026 / 2026 年供货合同")
                .choose("documentClass", "CONTRACT")
                .submit()
                .isAt(".*/check")
                .await("[data-stands=own]:not([hidden])")
                .press("form[action$='/check'] button[type=submit]")
                .isAt("/stamping/uses/.*")
                .await("a[href$='/document']");
        String code = use.read(USE_CODE);
        use.find("a[href$='/document']").click();
        Path stamped = browser().downloaded();
        assertThat(open("/u/" + code).has(".app-verdict--valid")).isTrue();
        return stamped;
    }

    private void sealIsInForce(SealNumber seal, Citizen citizen) {
        Page page = open("/").type("q", seal.value()).press("form[role=search] button");
        assertThat(page.has(".app-verdict--valid")).isTrue();
        assertThat(page.text()).contains(citizen.enterprise());
        assertThat(open("/check/search?q=" + citizen.uscc().value()).text()).contains(citizen.enterprise());
    }

    private void documentIsValid(Path stamped) {
        Page report = open("/check/document").attach("file", stamped).submit();
        assertThat(report.has(".app-verdict--valid")).as(report.text()).isTrue();
        assertThat(report.has(".app-verdict--invalid")).isFalse();
        report.await(".app-viewer--live [data-imprint].app-imprint--valid");
    }
}
