package org.yinxin.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;
import org.yinxin.IntegrationTest;
import org.yinxin.ledger.ChainAnswer;
import org.yinxin.ledger.ChainReader;
import org.yinxin.ledger.EntryRefused;
import org.yinxin.ledger.Ledger;
import org.yinxin.ledger.LedgerEntry;
import org.yinxin.ledger.Party;
import org.yinxin.ledger.SealOnChain;
import org.yinxin.seal.SealFixtures.Owned;
import org.yinxin.seal.ses.ElectronicSeal;
import org.yinxin.seal.ses.SealReader;
import org.yinxin.shared.Bureau;
import org.yinxin.shared.Digest;
import org.yinxin.site.NotFoundException;

/** A seal is renewed as a new version, and what each version's file is worth is told to anyone. */
class SealRenewalIT extends IntegrationTest {

    @Autowired
    private ApplicationContext context;

    @Autowired
    private Seals seals;

    @Autowired
    private SealRenewals renewals;

    @Autowired
    private MockMvc mvc;

    @Autowired
    private JdbcClient jdbc;

    private SealFixtures fixtures;

    @BeforeEach
    void prepare() {
        fixtures = new SealFixtures(context);
    }

    @Test
    void theOwnerRenewsAndTheNewVersionTakesThePlaceOfTheOld() throws Exception {
        Owned seal = fixtures.endingSoon();
        SealView old = seals.find(seal.number()).orElseThrow();
        byte[] oldFile = seals.sealFile(seal.number()).orElseThrow();
        assertThat(page("/seals/" + seal.number(), seal).select("a[href$='/renewal']"))
                .hasSize(1);
        assertThat(explain(oldFile).select(".app-verdict--valid")).hasSize(1);

        mvc.perform(post("/seals/" + seal.number() + "/renewal")
                        .param("accepted", "true")
                        .with(user(seal.owner().principal()))
                        .with(csrf()))
                .andExpect(redirectedUrl("/seals/" + seal.number()));
        SealView next = fixtures.awaitRecorded(seal.number());

        assertThat(next.version()).isEqualTo(2);
        assertThat(next.status()).isEqualTo(SealStatus.ACTIVE);
        assertThat(next.usable()).isTrue();
        assertThat(next.validTo()).isAfter(old.validTo());
        assertThat(next.onChainId()).isNotEqualTo(old.onChainId());
        assertThat(next.sm2CertificateId()).isNotEqualTo(old.sm2CertificateId());
        assertThat(seals.versions(seal.number()))
                .extracting(SealView::status)
                .containsExactly(SealStatus.REPLACED, SealStatus.ACTIVE);
        assertThat(seals.findOnChain(old.onChainId()).orElseThrow().status()).isEqualTo(SealStatus.REPLACED);
        ElectronicSeal file = SealReader.read(seals.sealFile(seal.number()).orElseThrow());
        assertThat(file.content().number()).isEqualTo(seal.number().value());
        assertThat(file.content().picture().data())
                .as("the imprint stays")
                .isEqualTo(SealReader.read(oldFile).content().picture().data());
        assertThat(revoked(old.sm2CertificateId())).isEqualTo("SUPERSEDED");
        assertThat(revoked(next.sm2CertificateId())).isNull();

        Document known = page("/s/" + seal.number(), seal);
        assertThat(known.select(".app-verdict--valid")).hasSize(1);
        assertThat(known.select("section[aria-labelledby=versions] li").eachText())
                .hasSize(2)
                .first()
                .asString()
                .contains("Replaced");
        assertThat(explain(oldFile).select(".app-verdict--invalid")).hasSize(1);
        assertThat(explain(file.encoded()).select(".app-verdict--valid")).hasSize(1);
    }

    @Test
    void aSealIsRenewedByItsOwnerInTimeAndWhileTheRegistersSayTheSame() throws Exception {
        Owned early = fixtures.active();
        assertThatThrownBy(() -> renewals.renew(early.owner().personId(), early.number()))
                .isInstanceOfSatisfying(
                        RenewalRefusedException.class,
                        refused -> assertThat(refused.obstacle()).isEqualTo(RenewalObstacle.TOO_EARLY));
        Owned seal = fixtures.endingSoon();
        UUID owner = seal.owner().personId();
        assertThatThrownBy(() -> renewals.renew(UUID.randomUUID(), seal.number()))
                .isInstanceOf(NotFoundException.class);
        jdbc.sql("update register.enterprise set name_zh = name_zh || '（更名）' where uscc = ?")
                .param(seal.owner().uscc().value())
                .update();
        assertThatThrownBy(() -> renewals.renew(owner, seal.number()))
                .isInstanceOfSatisfying(
                        RenewalRefusedException.class,
                        refused -> assertThat(refused.obstacle()).isEqualTo(RenewalObstacle.ENTERPRISE_CHANGED));
        mvc.perform(get("/seals/" + seal.number() + "/renewal")
                        .with(user(seal.owner().principal())))
                .andExpect(redirectedUrl("/seals/" + seal.number()));
        assertThat(seals.versions(seal.number())).hasSize(1);
    }

    @Test
    void aRenewalThatTheChainRefusesLeavesTheOldVersionInForce() {
        Owned seal = fixtures.endingSoon();
        renewals.renew(seal.owner().personId(), seal.number());
        SealView next = fixtures.awaitRecorded(seal.number());
        SealView old = seals.versions(seal.number()).getFirst();
        LedgerEntry.SealRenewal entry = new LedgerEntry.SealRenewal(
                Objects.requireNonNull(seals.history(seal.number()).stream()
                        .filter(event -> event.what() == SealStep.RENEW)
                        .findFirst()
                        .orElseThrow()
                        .entryId()),
                next.thread(),
                next.onChainId(),
                old.onChainId(),
                2,
                next.sealDigest(),
                next.validFrom(),
                next.validTo(),
                Digest.random());
        // The chain took it in truth; the books are told otherwise.
        context.getBean(TransactionTemplate.class)
                .executeWithoutResult(
                        status -> context.publishEvent(new EntryRefused(entry.id(), entry, "SealNotRenewable")));

        assertThat(seals.versions(seal.number()))
                .extracting(SealView::status)
                .containsExactly(SealStatus.ACTIVE, SealStatus.REVOKED);
        assertThat(seals.find(seal.number()).orElseThrow().version()).isEqualTo(1);
    }

    /** What the chain says to the renewal comes after the bureau's word, in one thread of entries. */
    @ParameterizedTest
    @EnumSource(names = {"SUSPENDED", "REVOKED"})
    void whatABureauStopsWhileItsRenewalIsOnTheWayStaysStoppedWhenTheChainRefuses(SealStatus stopped)
            throws InterruptedException {
        Owned seal = fixtures.endingSoon();
        UUID officer = UUID.randomUUID();
        SealLife life = context.getBean(SealLife.class);
        SealView before = seals.find(seal.number()).orElseThrow();
        context.getBean(TransactionTemplate.class).executeWithoutResult(status -> {
            onChainOnly(before, LedgerEntry.Action.SUSPEND);
            renewals.renew(seal.owner().personId(), seal.number());
            onChainOnly(before, LedgerEntry.Action.RESUME);
            if (stopped == SealStatus.SUSPENDED) {
                life.suspend(Bureau.PUBLIC_SECURITY, officer, seal.number(), "Under inquiry");
            } else {
                life.revoke(
                        Bureau.MARKET_SUPERVISION,
                        officer,
                        seal.number(),
                        RevocationGround.KEY_COMPROMISE,
                        "The key is known");
            }
        });

        eventually(() -> seals.versions(seal.number()).getFirst().status() != SealStatus.REPLACED);
        SealView old = seals.versions(seal.number()).getFirst();
        assertThat(seals.versions(seal.number()))
                .extracting(SealView::status)
                .containsExactly(stopped, SealStatus.REVOKED);
        assertThat(revoked(old.sm2CertificateId())).isEqualTo(stopped == SealStatus.REVOKED ? "KEY_COMPROMISE" : null);
        eventually(() ->
                context.getBean(ChainReader.class).seal(old.onChainId()) instanceof ChainAnswer.Known<SealOnChain> known
                        && known.value().status().name().equals(stopped.name()));
        if (stopped == SealStatus.SUSPENDED) {
            assertThat(old.suspendedBy()).isEqualTo(Bureau.PUBLIC_SECURITY);
            fixtures.awaitRecorded(seal.number());
            life.resume(Bureau.PUBLIC_SECURITY, officer, seal.number(), "Nothing found");
            assertThat(fixtures.awaitRecorded(seal.number()).usable()).isTrue();
        }
    }

    private static void eventually(BooleanSupplier truth) throws InterruptedException {
        Instant until = Instant.now().plus(Duration.ofSeconds(40));
        while (!truth.getAsBoolean() && Instant.now().isBefore(until)) {
            Thread.sleep(100);
        }
        assertThat(truth.getAsBoolean()).isTrue();
    }

    /** On the chain alone: the books hear nothing of it, and the chain refuses what does not go from there. */
    private void onChainOnly(SealView seal, LedgerEntry.Action action) {
        context.getBean(Ledger.class)
                .record(new LedgerEntry.SealTransition(
                        UUID.randomUUID(),
                        seal.thread(),
                        Party.MARKET_SUPERVISION,
                        seal.onChainId(),
                        action,
                        Digest.random()));
    }

    @Test
    void aStrangersFileIsNeverCalledValidAndRubbishIsRefused() throws Exception {
        Owned seal = fixtures.issued();
        byte[] file = seals.sealFile(seal.number()).orElseThrow();
        assertThat(explain(file).select(".app-verdict--invalid"))
                .as("not in use yet")
                .hasSize(1);
        byte[] changed = file.clone();
        changed[changed.length - 20] ^= 1;
        assertThat(explain(changed).select(".app-verdict--invalid")).hasSize(1);

        MockMultipartFile rubbish = new MockMultipartFile("file", "x.esl", null, "no seal".getBytes());
        String answer = mvc.perform(multipart("/check/seal-file").file(rubbish).with(csrf()))
                .andExpect(status().isBadRequest())
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(Jsoup.parse(answer).select(".govuk-error-summary")).hasSize(1);
    }

    private Document explain(byte[] file) throws Exception {
        return Jsoup.parse(mvc.perform(multipart("/check/seal-file")
                        .file(new MockMultipartFile("file", "seal.esl", null, file))
                        .with(csrf()))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString());
    }

    private Document page(String address, Owned seal) throws Exception {
        return Jsoup.parse(mvc.perform(get(address)
                        .locale(Locale.ENGLISH)
                        .with(user(seal.owner().principal())))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString());
    }

    private String revoked(UUID certificate) {
        List<String> reasons = jdbc.sql("select reason from pki.revocation where certificate_id = ?")
                .param(certificate)
                .query(String.class)
                .list();
        return reasons.isEmpty() ? null : reasons.getFirst();
    }
}
