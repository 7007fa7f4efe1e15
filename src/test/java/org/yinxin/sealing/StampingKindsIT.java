package org.yinxin.sealing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.yinxin.IntegrationTest;
import org.yinxin.ledger.Ledger;
import org.yinxin.pki.KeyCustody;
import org.yinxin.pki.TestTimeStamper;
import org.yinxin.seal.SealFixtures;
import org.yinxin.seal.SealFixtures.Owned;
import org.yinxin.seal.Seals;
import org.yinxin.sealing.SealedDocuments.SealedDocument;
import org.yinxin.sealing.SealedDocuments.SealedState;
import org.yinxin.sealing.ofd.OfdFiles;
import org.yinxin.sealing.pdf.PadesLevel;
import org.yinxin.sealing.pdf.PdfFixtures;
import org.yinxin.sealing.pdf.SealingProfiles;
import org.yinxin.sealing.plan.StampPlan;
import org.yinxin.sealing.plan.TextHit;
import org.yinxin.sealing.plan.TimeStamping;
import org.yinxin.shared.UseCode;
import org.yinxin.site.SiteSettings;
import org.yinxin.verification.Verdict;
import org.yinxin.verification.document.DocumentChecks;
import org.yinxin.verification.document.DocumentReport;

class StampingKindsIT extends IntegrationTest {

    private static final byte[] CONTRACT = PdfFixtures.contract(4);
    private static final byte[] OFD = OfdFiles.zip(OfdFiles.parts(4));
    private static final StampPlan PLAN =
            StampPlan.parse("2,1200,2000+4,300,300+seam:1-4,R,all,1200").orElseThrow();

    @Autowired
    private ApplicationContext context;

    @Autowired
    private Drafts drafts;

    @Autowired
    private Stamping stamping;

    @Autowired
    private SealedDocuments documents;

    @Autowired
    private Uses uses;

    @Autowired
    private Extensions extensions;

    @Autowired
    private ExtensionRows rows;

    @Autowired
    private DocumentChecks checks;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Clock clock;

    private SigningHand hand;
    private Owned seal;
    private UUID owner;

    @BeforeEach
    void anActiveSeal() {
        hand = new SigningHand(context);
        seal = new SealFixtures(context).active();
        owner = seal.owner().personId();
    }

    @Test
    void anOfdIsStampedInSeveralPlacesAndAcrossItsPages() {
        UseCode code = stamped(stamping, ready("合同.ofd", OFD, PLAN));

        SealedDocument document = documents.release(owner, code);
        assertThat(document.fileName()).isEqualTo("合同-sealed.ofd");
        assertThat(document.kind()).isEqualTo(DocumentKind.OFD);
        SealedState state = documents.state(owner, code);
        assertThat(state.plan()).isEqualTo(PLAN);
        assertThat(state.level()).as("OFD knows no levels").isEmpty();
        assertThat(state.timeStamping()).contains(TimeStamping.STAMPED);
        DocumentReport report = checks.check(document.file());
        assertThat(report.verdict()).as("%s", report.deciding()).isEqualTo(Verdict.VALID);
        assertThat(report.seals())
                .singleElement()
                .satisfies(finding -> assertThat(finding.useCode()).isEqualTo(code));
    }

    @Test
    void aPdfIsStampedInSeveralPlacesAndAcrossItsPagesUnderBothProfiles() {
        UseCode code = stamped(stamping, ready("contract.pdf", CONTRACT, PLAN));

        SealedDocument document = documents.release(owner, code);
        assertThat(document.file()).startsWith(CONTRACT);
        SealedState state = documents.state(owner, code);
        assertThat(state.level()).contains(PadesLevel.LT);
        assertThat(state.timeStamping()).contains(TimeStamping.STAMPED);
        assertThat(state.toBeRaised()).isFalse();
        DocumentReport report = checks.check(document.file());
        assertThat(report.verdict()).as("%s", report.deciding()).isEqualTo(Verdict.VALID);
        assertThat(report.seals())
                .singleElement()
                .satisfies(finding -> assertThat(finding.useCode()).isEqualTo(code));
    }

    @Test
    void aSeamSealIsRefusedWhereItWouldBreakWhatOthersSigned() {
        byte[] once = documents
                .release(owner, stamped(stamping, ready("contract.pdf", CONTRACT, plan("1,300,300"))))
                .file();
        UUID draft = ready("contract.pdf", once, PLAN);

        assertThat(hand.stamp(seal, draft)).isEqualTo(new StampResult.Impossible(DocumentRefusal.SEAM_AFTER_SIGNATURE));
        assertThat(drafts.of(owner, draft).beingStamped()).isFalse();
    }

    @Test
    void anOfdSealedTwiceIsValidForBothUses() {
        byte[] once = documents
                .release(owner, stamped(stamping, ready("contract.ofd", OFD, plan("1,300,300"))))
                .file();
        byte[] twice = documents
                .release(owner, stamped(stamping, ready("contract.ofd", once, PLAN)))
                .file();
        DocumentReport report = checks.check(twice);
        assertThat(report.verdict()).as("%s", report.deciding()).isEqualTo(Verdict.VALID);
        assertThat(report.seals()).hasSize(2);
    }

    @Test
    void wordsAreFoundInTheUploadedDocument() {
        UUID draft = started("contract.pdf", CONTRACT);
        assertThat(drafts.find(owner, draft, "line 7:"))
                .extracting(TextHit::page)
                .containsExactly(1, 2, 3, 4);
        assertThat(drafts.find(owner, draft, "甲方")).isEmpty();
    }

    @Test
    void hostileContainersBecomeNoDraft() {
        Map<String, byte[]> climbing = OfdFiles.parts(1);
        climbing.put("../outside.xml", new byte[] {1});
        assertThat(drafts.start(owner, seal.number(), "x.ofd", OfdFiles.zip(climbing)))
                .isEqualTo(new DraftResult.Refused(DocumentRefusal.UNSAFE));
        assertThat(drafts.start(owner, seal.number(), "x.ofd", Arrays.copyOf(OFD, OFD.length / 2)))
                .isInstanceOf(DraftResult.Refused.class);
        assertThat(drafts.start(owner, seal.number(), "x.zip", OfdFiles.zip(Map.of("a.txt", new byte[] {1}))))
                .isEqualTo(new DraftResult.Refused(DocumentRefusal.NOT_A_DOCUMENT));
        assertThat(drafts.of(owner)).isEmpty();
    }

    @Test
    void whatAnOutageKeptFromTheLevelIsMadeUpForByAppending() {
        TestTimeStamper silent = new TestTimeStamper();
        silent.down(true);
        UseCode code = stamped(stampingWith(silent), ready("contract.pdf", CONTRACT, plan("1,300,300")));
        byte[] sealed = documents.release(owner, code).file();
        assertThat(documents.state(owner, code).level()).contains(PadesLevel.B);
        assertThat(documents.state(owner, code).toBeRaised()).isTrue();
        assertThat(documents.state(owner, code).timeStamping()).contains(TimeStamping.UNAVAILABLE);
        UseCode ofd = stamped(stampingWith(silent), ready("contract.ofd", OFD, plan("1,300,300")));
        assertThat(documents.state(owner, ofd).timeStamping()).contains(TimeStamping.UNAVAILABLE);
        assertThat(checks.check(sealed).verdict()).isEqualTo(Verdict.VALID);

        extensions.raise();
        assertThat(documents.release(owner, code).file()).as("not due yet").isEqualTo(sealed);
        jdbc.sql("update sealing.extension set next_try = now() - interval '1 second'")
                .update();
        extensions.raise();

        SealedState state = documents.state(owner, code);
        assertThat(state.level()).contains(PadesLevel.LT);
        assertThat(state.toBeRaised()).isFalse();
        byte[] extended = documents.release(owner, code).file();
        assertThat(extended).startsWith(sealed).hasSizeGreaterThan(sealed.length);
        DocumentReport report = checks.check(extended);
        assertThat(report.verdict()).as("%s", report.deciding()).isEqualTo(Verdict.VALID);
        assertThatThrownBy(() -> jdbc.sql("update sealing.extended_document set level = 'T'")
                        .update())
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    void eachDocumentThatIsDueIsTakenByOneInstance() {
        TestTimeStamper silent = new TestTimeStamper();
        silent.down(true);
        stamped(stampingWith(silent), ready("contract.pdf", CONTRACT, plan("1,300,300")));
        Instant later = clock.instant().plus(Duration.ofHours(1));
        List<ExtensionRows.Due> first = rows.take(100, later, Duration.ofMinutes(10));
        assertThat(first).isNotEmpty();
        assertThat(rows.take(100, later, Duration.ofMinutes(10))).isEmpty();
    }

    private Stamping stampingWith(TestTimeStamper stamper) {
        DocumentSealing sealing = new DocumentSealing(
                context.getBean(DocumentDesk.class),
                context.getBean(KeyCustody.class),
                stamper,
                context.getBean(PlatformRevocations.class),
                new ProfileSettings(SealingProfiles.BOTH, PadesLevel.LT),
                context.getBean(SiteSettings.class),
                clock);
        return new Stamping(
                context.getBean(DraftRows.class),
                context.getBean(UseRows.class),
                context.getBean(Files.class),
                rows,
                context.getBean(StampableSeals.class),
                context.getBean(Seals.class),
                context.getBean(SealReadiness.class),
                context.getBean(Authorising.class),
                context.getBean(Ledger.class),
                sealing,
                context.getBean(TransactionTemplate.class),
                clock);
    }

    private static StampPlan plan(String text) {
        return StampPlan.parse(text).orElseThrow();
    }

    private UUID started(String name, byte[] file) {
        return ((DraftResult.Started) drafts.start(owner, seal.number(), name, file)).draft();
    }

    private UUID ready(String name, byte[] file, StampPlan plan) {
        return hand.ready(seal, name, file, plan, "Lease 租赁");
    }

    private UseCode stamped(Stamping with, UUID draft) {
        StampResult result = hand.stamp(with, owner, draft, seal.owner().key());
        assertThat(result).isInstanceOf(StampResult.Stamped.class);
        UseCode code = ((StampResult.Stamped) result).code();
        Instant end = Instant.now().plus(Duration.ofSeconds(60));
        while (!uses.find(code).orElseThrow().status().isSettled()) {
            assertThat(Instant.now()).as("settled in time").isBefore(end);
            pause();
        }
        return code;
    }

    private static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
