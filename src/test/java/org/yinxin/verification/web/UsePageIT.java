package org.yinxin.verification.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.MockMvc;
import org.yinxin.IntegrationTest;
import org.yinxin.application.ApplicationScenes;
import org.yinxin.seal.RevocationGround;
import org.yinxin.seal.SealFixtures;
import org.yinxin.seal.SealFixtures.Owned;
import org.yinxin.seal.SealLife;
import org.yinxin.sealing.SigningHand;
import org.yinxin.sealing.StampResult;
import org.yinxin.sealing.Uses;
import org.yinxin.sealing.plan.Placement;
import org.yinxin.sealing.plan.StampPlan;
import org.yinxin.shared.Bureau;
import org.yinxin.shared.UseCode;

class UsePageIT extends IntegrationTest {

    private static final String PURPOSE = "Supply contract with a secret price";

    @Autowired
    private ApplicationContext context;

    @Autowired
    private Uses uses;

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
    void aRecordedUseTellsWhichSealWhenAndWithWhichNumberAndNothingOfTheDocument() throws Exception {
        Owned seal = seals.active();
        UseCode first = used(seal);
        UseCode second = used(seal);

        PublicPage page = PublicPage.open(site, "/u/" + second);

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.verdict()).isEqualTo("Recorded");
        assertThat(page.verdictStyle()).isEqualTo("valid");
        assertThat(page.heading()).isEqualTo(second.value());
        assertThat(page.fact("Seal of")).contains(seal.owner().name());
        assertThat(page.fact("Number in the seal’s use book")).isEqualTo("No. 2");
        assertThat(page.fact("The seal today")).isEqualTo("In force");
        assertThat(page.document().select("main a[href='/check/document']")).isNotEmpty();
        assertThat(page.document().select(".app-receipt a")).hasSize(1);
        assertThat(page.text())
                .doesNotContain(PURPOSE)
                .doesNotContain("contract.pdf")
                .doesNotContain("沈知远");
        assertThat(PublicPage.open(site, "/u/" + first).fact("Number in the seal’s use book"))
                .isEqualTo("No. 1");
    }

    @Test
    void aUseStaysGoodWhenItsSealIsRevokedLater() throws Exception {
        Owned seal = seals.active();
        UseCode code = used(seal);
        life.revoke(
                Bureau.DATA_ADMINISTRATION,
                seal.owner().personId(),
                seal.number(),
                RevocationGround.CESSATION_OF_OPERATION,
                "Struck off");
        seals.awaitRecorded(seal.number());

        PublicPage page = PublicPage.open(site, "/u/" + code);

        assertThat(page.verdict()).isEqualTo("Recorded");
        assertThat(page.fact("The seal today")).isEqualTo("Revoked");
    }

    @Test
    void aNumberChangedInTheBooksDoesNotMatch() throws Exception {
        Owned seal = seals.active();
        UseCode code = used(seal);
        Tampering.in(context).sql("update sealing.use set number = 7 where seal_number = ?", seal.number());

        PublicPage page = PublicPage.open(site, "/u/" + code);

        assertThat(page.verdict()).isEqualTo("The record does not match");
        assertThat(page.fact("Number in the seal’s use book")).as("the chain’s").isEqualTo("No. 1");
    }

    @Test
    void aUseThatVanishedFromTheBooksIsStillOnTheChain() throws Exception {
        Owned seal = seals.active();
        UseCode code = used(seal);
        Tampering.in(context).sql("delete from sealing.use where seal_number = ?", seal.number());

        PublicPage page = PublicPage.open(site, "/u/" + code);

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.verdict()).isEqualTo("The record does not match");
        assertThat(page.fact("Seal of")).contains(seal.owner().name());
    }

    @Test
    void whileTheNodeIsSilentNothingIsInvalid() throws Exception {
        UseCode code = used(seals.active());

        SilentChain.during(() -> {
            PublicPage page = PublicPage.open(site, "/u/" + code);
            assertThat(page.status()).isEqualTo(200);
            assertThat(page.verdict()).isEqualTo("Could not be checked");
            assertThat(page.verdictStyle()).isEqualTo("unknown");
        });
    }

    @Test
    void anUnknownCodeIsNotFoundInWords() throws Exception {
        PublicPage page = PublicPage.open(site, "/u/" + UseCode.random());

        assertThat(page.status()).isEqualTo(404);
        assertThat(page.heading()).isEqualTo("There is no recorded use with this code");
        assertThat(PublicPage.open(site, "/u/nothing").status()).isEqualTo(404);
    }

    @Test
    void aCodeTypedCarelesslyLeadsToTheSamePageAndSoDoesTheSearch() throws Exception {
        UseCode code = used(seals.active());
        String careless = code.value().toLowerCase().replace("-", "");

        site.perform(get("/u/{code}", careless)).andExpect(redirectedUrl("/u/" + code));
        site.perform(get("/check/search").param("q", careless).remoteAddress("192.0.2.1"))
                .andExpect(redirectedUrl("/u/" + code));
    }

    private UseCode used(Owned seal) throws InterruptedException {
        SigningHand hand = new SigningHand(context);
        StampPlan plan = StampPlan.at(new Placement(1, 1000, 1500));
        UUID draft = hand.ready(seal, "contract.pdf", ApplicationScenes.pdf("Contract"), plan, PURPOSE);
        UseCode code = ((StampResult.Stamped) hand.stamp(seal, draft)).code();
        Instant until = Instant.now().plus(Duration.ofSeconds(40));
        while (!uses.find(code).orElseThrow().status().isSettled()
                && Instant.now().isBefore(until)) {
            Thread.sleep(100);
        }
        assertThat(uses.find(code).orElseThrow().status().isDownloadable()).isTrue();
        return code;
    }
}
