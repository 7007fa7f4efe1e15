package org.yinxin.sealing.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.europa.esig.dss.enumerations.SignatureLevel;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yinxin.sealing.pdf.verification.PdfReader;
import org.yinxin.sealing.plan.PageSpan;
import org.yinxin.sealing.plan.Placement;
import org.yinxin.sealing.plan.SeamSeal;
import org.yinxin.sealing.plan.SeamSeal.Edge;
import org.yinxin.sealing.plan.SeamSeal.Parity;
import org.yinxin.sealing.plan.StampPlan;

class SealedPlacesTest {

    private static final String OWNER = "杭州测试科技有限公司";
    private static final TestAuthority AUTHORITY = new TestAuthority("Yinxin");
    private static final PdfSigners SIGNERS =
            new PdfSigners(AUTHORITY.issue(OWNER).signer(), new TestGmSeal(OWNER).signer());
    private static final DssJudge DSS =
            new DssJudge(List.of(AUTHORITY.root()), List.of(AUTHORITY.revoked(), AUTHORITY.rootCrl()));

    private final PdfSealer sealer = new PdfSealer();

    @ParameterizedTest
    @EnumSource(SealingProfiles.class)
    void severalPlacesShareOneSignatureAndEachShowsTheImprint(SealingProfiles profiles) {
        StampPlan plan = new StampPlan(
                List.of(new Placement(1, 100, 200), new Placement(2, 1200, 2200), new Placement(3, 600, 600)), null);
        byte[] sealed = seal(PdfFixtures.contract(3), plan, profiles);
        assertAt(RedBox.on(sealed, 1), 10, 20);
        assertAt(RedBox.on(sealed, 2), 120, 220);
        assertAt(RedBox.on(sealed, 3), 60, 60);
        if (profiles != SealingProfiles.GM) {
            DSS.assertPassed(sealed, SignatureLevel.PAdES_BASELINE_B);
        }
    }

    @Test
    void severalPlacesLeaveAnEarlierSignatureValid() {
        byte[] first = seal(PdfFixtures.contract(3), StampPlan.at(new Placement(1, 100, 200)), SealingProfiles.PADES);
        StampPlan plan = new StampPlan(List.of(new Placement(1, 1200, 2200), new Placement(3, 600, 600)), null);
        DSS.assertPassed(
                seal(first, plan, SealingProfiles.BOTH),
                SignatureLevel.PAdES_BASELINE_B,
                SignatureLevel.PAdES_BASELINE_B);
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "90, 1", "180, 1", "270, 1", "0, 2", "90, 1.5"})
    void theImprintIsTrueToSizeOnTurnedCroppedAndScaledPages(int rotation, float userUnit) {
        byte[] turned = PdfFixtures.document(document -> {
            PDPage page = PdfFixtures.addPage(document, new PDRectangle(-100, -50, 700, 900), rotation, "Turned");
            page.setCropBox(new PDRectangle(-60, -10, 560, 760));
            page.setUserUnit(userUnit);
        });
        assertAt(
                RedBox.on(seal(turned, StampPlan.at(new Placement(1, 333, 777)), SealingProfiles.PADES), 1),
                33.3,
                77.7);
    }

    @ParameterizedTest
    @CsvSource({"1, 1701, 100", "1, 100, 2571", "4, 100, 100", "1, -1, 100"})
    void anImprintOutsideThePagesIsRefused(int page, int left, int top) {
        assertRefused(
                PdfRefusal.OUTSIDE_PAGE,
                () -> seal(
                        PdfFixtures.contract(3), StampPlan.at(new Placement(page, left, top)), SealingProfiles.BOTH));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 90, 180, 270})
    void aSeamSealStandsInStripsOnTheEdgeOfEveryPageHoweverTurned(int rotation) {
        byte[] pages = PdfFixtures.document(document -> IntStream.range(0, 4).forEach(i -> {
            PDPage page = PdfFixtures.addPage(document, PDRectangle.A4, rotation, "Page");
            page.setCropBox(new PDRectangle(30, 20, 500, 700));
        }));
        byte[] sealed = seal(pages, seam(4, Edge.RIGHT, Parity.ALL), SealingProfiles.PADES);
        double width = new PdfReader(PdfLimits.standard())
                .read(sealed)
                .pages()
                .getFirst()
                .widthMm();
        List<RedBox> strips = IntStream.rangeClosed(1, 4)
                .mapToObj(page -> RedBox.on(sealed, page))
                .toList();
        for (RedBox red : strips) {
            assertThat(red.right()).isCloseTo(width, RedBox.WITHIN);
            // The outer strips of a round are not ten millimetres high everywhere, but ten wide.
            assertThat(red.width()).isCloseTo(10, RedBox.WITHIN);
        }
        RedBox second = strips.get(1);
        assertThat(second.top()).isCloseTo(100, RedBox.WITHIN);
        assertThat(second.height()).isCloseTo(40, RedBox.WITHIN);
        DSS.assertPassed(sealed, SignatureLevel.PAdES_BASELINE_B);
    }

    @Test
    void aMirroredSeamStandsOnTheOuterEdgeOfFrontsAndBacks() {
        byte[] sealed = seal(PdfFixtures.contract(4), seam(4, Edge.RIGHT, Parity.MIRRORED), SealingProfiles.BOTH);
        assertThat(RedBox.on(sealed, 1).right()).isCloseTo(210, RedBox.WITHIN);
        assertThat(RedBox.on(sealed, 2).left()).isCloseTo(0, RedBox.WITHIN);
        assertThat(RedBox.on(sealed, 3).right()).isCloseTo(210, RedBox.WITHIN);
        DSS.assertPassed(sealed, SignatureLevel.PAdES_BASELINE_B);
    }

    @ParameterizedTest
    @CsvSource({"ODD, 1", "EVEN, 2"})
    void aSeamOverOddOrEvenPagesLeavesTheOthersAlone(Parity parity, int with) {
        byte[] sealed = seal(PdfFixtures.contract(4), seam(4, Edge.LEFT, parity), SealingProfiles.PADES);
        RedBox strip = RedBox.on(sealed, with);
        assertThat(strip.left()).isCloseTo(0, RedBox.WITHIN);
        assertThat(strip.width()).isCloseTo(20, RedBox.WITHIN);
        assertThat(RedBox.on(sealed, 3 - with).pixels()).isZero();
    }

    @Test
    void aSeamSealUnderAnEarlierSignatureIsRefused() {
        byte[] first = seal(PdfFixtures.contract(3), StampPlan.at(new Placement(1, 100, 200)), SealingProfiles.GM);
        assertRefused(
                PdfRefusal.SEAM_AFTER_SIGNATURE,
                () -> seal(first, seam(3, Edge.RIGHT, Parity.ALL), SealingProfiles.PADES));
    }

    @Test
    void aSeamSealBeyondThePagesIsRefused() {
        assertRefused(
                PdfRefusal.OUTSIDE_PAGE,
                () -> seal(PdfFixtures.contract(3), seam(4, Edge.RIGHT, Parity.ALL), SealingProfiles.PADES));
    }

    @Test
    void pagesThatShareTheirResourcesGetTheStripsOfTheirOwn() throws Exception {
        byte[] shared = PdfFixtures.document(document -> {
            PDPage first = PdfFixtures.addPage(document, PDRectangle.A4, 0, "First");
            PDPage second = PdfFixtures.addPage(document, PDRectangle.A4, 0, "Second");
            second.setResources(first.getResources());
        });
        byte[] sealed = seal(shared, seam(2, Edge.RIGHT, Parity.ALL), SealingProfiles.PADES);
        try (PDDocument document = Loader.loadPDF(sealed)) {
            for (PDPage page : document.getPages()) {
                assertThat(page.getResources().getXObjectNames()).hasSize(1);
                assertThat(page.getResources().getFontNames()).isNotEmpty();
            }
        }
        assertThat(RedBox.on(sealed, 1).width()).isCloseTo(20, RedBox.WITHIN);
    }

    private static StampPlan seam(int pages, Edge edge, Parity parity) {
        return new StampPlan(List.of(), new SeamSeal(new PageSpan(1, pages), edge, parity, 1000));
    }

    private byte[] seal(byte[] file, StampPlan plan, SealingProfiles profiles) {
        return sealer.seal(file, PdfFixtures.order(file, plan), SIGNERS, SealingOptions.of(profiles, PadesLevel.B))
                .bytes();
    }

    private static void assertAt(RedBox red, double left, double top) {
        assertThat(red.left()).isCloseTo(left, RedBox.WITHIN);
        assertThat(red.top()).isCloseTo(top, RedBox.WITHIN);
        assertThat(red.width()).isCloseTo(40, RedBox.WITHIN);
        assertThat(red.height()).isCloseTo(40, RedBox.WITHIN);
    }

    private static void assertRefused(PdfRefusal reason, ThrowingCallable stamping) {
        assertThatThrownBy(stamping)
                .isInstanceOfSatisfying(
                        PdfRefusedException.class,
                        refusal -> assertThat(refusal.reason()).isEqualTo(reason));
    }
}
