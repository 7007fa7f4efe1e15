package org.yinxin.verification.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.MockMvc;
import org.yinxin.IntegrationTest;
import org.yinxin.seal.RevocationGround;
import org.yinxin.seal.SealFixtures;
import org.yinxin.seal.SealFixtures.Owned;
import org.yinxin.seal.SealLife;
import org.yinxin.shared.Bureau;
import org.yinxin.shared.SealNumber;

class SealPageIT extends IntegrationTest {

    @Autowired
    private ApplicationContext context;

    @Autowired
    private SealLife life;

    @Autowired
    private MockMvc site;

    private SealFixtures seals;

    @BeforeEach
    void prepare() {
        seals = new SealFixtures(context);
    }

    @Test
    void aSealInUseIsInForceAndTellsEverythingThatThePublicMayKnow() throws Exception {
        Owned seal = seals.active();

        PublicPage page = page(seal);

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.verdict()).isEqualTo("In force");
        assertThat(page.verdictStyle()).isEqualTo("valid");
        assertThat(page.heading()).isEqualTo(seal.owner().name());
        assertThat(page.fact("Owner")).contains(seal.owner().name());
        assertThat(page.fact("Unified social credit code"))
                .isEqualTo(seal.owner().uscc().grouped());
        assertThat(page.fact("Seal number")).isEqualTo(seal.number().grouped());
        assertThat(page.history()).containsExactly("Taken into use by its owner", "Issued");
        assertThat(page.document().select(".app-receipt a")).hasSize(2);
        assertThat(page.parties()).singleElement().asString().contains("agrees");
        assertThat(page.text()).contains("kept by one party only");
    }

    @Test
    void thePageNamesNobodyAndNoReason() throws Exception {
        Owned seal = seals.active();
        life.suspend(
                Bureau.PUBLIC_SECURITY, seal.owner().personId(), seal.number(), "Seal reported stolen by its keeper");
        seals.awaitRecorded(seal.number());

        PublicPage page = page(seal);

        assertThat(page.text()).doesNotContain("沈知远").doesNotContain("stolen by its keeper");
        assertThat(page.document().html())
                .doesNotContain(seal.owner().personId().toString());
    }

    @Test
    void aPasserByGetsNoCookieAndAnAnswerThatNobodyKeeps() throws Exception {
        Owned seal = seals.active();

        PublicPage page = page(seal);

        assertThat(page.response().getCookies()).isEmpty();
        assertThat(page.response().getHeader("Cache-Control")).contains("no-store");
    }

    @Test
    void anIssuedSealIsNotInUseYet() throws Exception {
        PublicPage page = page(seals.issued());

        assertThat(page.verdict()).isEqualTo("Not in use yet");
        assertThat(page.verdictStyle()).isEqualTo("invalid");
    }

    @Test
    void aSuspendedSealSaysSoAndResumes() throws Exception {
        Owned seal = seals.active();
        life.suspend(Bureau.PUBLIC_SECURITY, seal.owner().personId(), seal.number(), "Lost");
        assertThat(page(seal).verdict()).as("before the chain has it").isEqualTo("Suspended");
        seals.awaitRecorded(seal.number());

        PublicPage page = page(seal);
        assertThat(page.verdict()).isEqualTo("Suspended");
        assertThat(page.history()).startsWith("Suspended");
        assertThat(page.text(".app-timeline__by")).contains("by public security");

        life.resume(Bureau.PUBLIC_SECURITY, seal.owner().personId(), seal.number(), "Found");
        seals.awaitRecorded(seal.number());
        assertThat(page(seal).verdict()).isEqualTo("In force");
    }

    @Test
    void aRevokedSealSaysSo() throws Exception {
        Owned seal = seals.active();
        life.revoke(
                Bureau.DATA_ADMINISTRATION,
                seal.owner().personId(),
                seal.number(),
                RevocationGround.CESSATION_OF_OPERATION,
                "Struck off");
        seals.awaitRecorded(seal.number());

        PublicPage page = page(seal);

        assertThat(page.verdict()).isEqualTo("Revoked");
        assertThat(page.verdictStyle()).isEqualTo("invalid");
    }

    @Test
    void aRowThatSomebodyBroughtBackToLifeDoesNotMatch() throws Exception {
        Owned seal = seals.active();
        life.revoke(
                Bureau.DATA_ADMINISTRATION,
                seal.owner().personId(),
                seal.number(),
                RevocationGround.CESSATION_OF_OPERATION,
                "Struck off");
        seals.awaitRecorded(seal.number());
        Tampering.in(context).sql("update seal.seal set status = 'ACTIVE' where number = ?", seal.number());

        PublicPage page = page(seal);

        assertThat(page.verdict()).isEqualTo("The record does not match");
        assertThat(page.verdictStyle()).isEqualTo("invalid");
        assertThat(page.text()).contains("the authorities’ record says “Revoked”");
    }

    @Test
    void anotherOwnersNameInTheRowDoesNotMatch() throws Exception {
        Owned seal = seals.active();
        Tampering.in(context)
                .sql("update seal.seal set enterprise_name = '杭州冒名科技有限公司' where number = ?", seal.number());

        PublicPage page = page(seal);

        assertThat(page.verdict()).isEqualTo("The record does not match");
        assertThat(page.text(".govuk-inset-text")).contains("The owner");
    }

    @Test
    void anotherPictureDoesNotMatch() throws Exception {
        Owned seal = seals.active();
        Tampering.in(context)
                .sql(
                        "update seal.artefact set imprint_png = 'forged' where seal_id = (select id from seal.seal where number = ?)",
                        seal.number());

        assertThat(page(seal).verdict()).isEqualTo("The record does not match");
    }

    @Test
    void whileTheNodeIsSilentNothingIsInvalid() throws Exception {
        Owned active = seals.active();
        Owned revoked = seals.active();
        life.revoke(
                Bureau.DATA_ADMINISTRATION,
                revoked.owner().personId(),
                revoked.number(),
                RevocationGround.CESSATION_OF_OPERATION,
                "Struck off");
        seals.awaitRecorded(revoked.number());

        SilentChain.during(() -> {
            for (Owned seal : new Owned[] {active, revoked}) {
                PublicPage page = page(seal);
                assertThat(page.status()).isEqualTo(200);
                assertThat(page.verdict()).isEqualTo("Could not be checked");
                assertThat(page.verdictStyle()).isEqualTo("unknown");
                assertThat(page.parties()).singleElement().asString().contains("does not answer");
            }
            assertThat(page(revoked).text()).contains("our own database says “Revoked”");
        });
        assertThat(page(active).verdict()).isEqualTo("In force");
    }

    @Test
    void anUnknownNumberIsNotFoundInWords() throws Exception {
        PublicPage page = PublicPage.open(site, "/s/99999999999999");

        assertThat(page.status()).isEqualTo(404);
        assertThat(page.heading()).isEqualTo("There is no e-seal with this number");
        assertThat(page.document().select("form[action='/check/search']")).hasSize(1);
        assertThat(PublicPage.open(site, "/s/not-a-number").status()).isEqualTo(404);
        assertThat(PublicPage.open(site, "/s/99999999999999/imprint.png").status())
                .isEqualTo(404);
    }

    @Test
    void aNumberTypedInGroupsLeadsToTheSamePage() throws Exception {
        SealNumber number = seals.issued().number();

        site.perform(get("/s/{number}", number.grouped())).andExpect(redirectedUrl("/s/" + number));
    }

    @Test
    void machinesGetTheSameAnswerInStableCodes() throws Exception {
        Owned seal = seals.active();

        site.perform(get("/s/{number}.json", seal.number()))
                .andExpect(status().isOk())
                .andExpect(content().contentTypeCompatibleWith("application/json"))
                .andExpect(jsonPath("$.number").value(seal.number().value()))
                .andExpect(jsonPath("$.verdict").value("VALID"))
                .andExpect(jsonPath("$.answer").value("IN_FORCE"))
                .andExpect(jsonPath("$.owner.uscc").value(seal.owner().uscc().value()))
                .andExpect(jsonPath("$.oneParty").value(true))
                .andExpect(jsonPath("$.parties[0].stand").value("AGREES"))
                .andExpect(jsonPath("$.history[0].what").value("ACTIVATE"))
                .andExpect(jsonPath("$.history[0].transactionHash").isNotEmpty());
    }

    @Test
    void theImprintIsAPictureThatMayBeKept() throws Exception {
        SealNumber number = seals.issued().number();

        site.perform(get("/s/{number}/imprint.png", number))
                .andExpect(status().isOk())
                .andExpect(content().contentType("image/png"))
                .andExpect(header().string("Cache-Control", "max-age=3600, public"));
    }

    @Test
    void thePageSpeaksChinese() throws Exception {
        Owned seal = seals.active();

        PublicPage page = PublicPage.open(site, "/s/" + seal.number(), "zh-CN");

        assertThat(page.verdict()).isEqualTo("有效");
        assertThat(page.fact("所有人")).contains(seal.owner().name());
        assertThat(page.history()).containsExactly("所有人启用", "制作发放");
    }

    private PublicPage page(Owned seal) throws Exception {
        return PublicPage.open(site, "/s/" + seal.number());
    }
}
