package org.yinxin.verification.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationRubberStamp;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationWidget;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yinxin.sealing.DocumentDesk;
import org.yinxin.sealing.SealingSettings;
import org.yinxin.sealing.pdf.PdfFixtures;
import org.yinxin.sealing.pdf.PdfSealer;
import org.yinxin.sealing.pdf.SealedPdf;
import org.yinxin.sealing.pdf.TestAuthority;
import org.yinxin.sealing.plan.Placement;
import org.yinxin.sealing.plan.StampOrder;
import org.yinxin.sealing.plan.UseNote;
import org.yinxin.verification.Check;
import org.yinxin.verification.CheckCode;
import org.yinxin.verification.CheckVerdict;
import org.yinxin.verification.Verdict;

class DocumentCheckerTest {

    private static final TestAuthority OURS = new TestAuthority("Yinxin");
    private static final TestAuthority.Seal SEAL = OURS.issueSeal("杭州测试科技有限公司", FakeBooks.NUMBER.value());
    private static final PdfSealer SEALER = new PdfSealer();
    private static final byte[] CONTRACT = PdfFixtures.contract(3);

    private final FakeBooks books = new FakeBooks();
    private final StampOrder order = PdfFixtures.order(CONTRACT, new Placement(1, 1200, 2200));
    private SealedPdf sealed = new SealedPdf(new byte[0], 0, null, List.of());

    @BeforeEach
    void sealAndRecord() {
        sealed = SEALER.seal(CONTRACT, order, SEAL.signer());
        books.record(order, sealed);
    }

    @Test
    void aSealedAndRecordedDocumentIsValid() {
        DocumentReport report = check(sealed.bytes());
        assertThat(report.verdict()).isEqualTo(Verdict.VALID);
        assertThat(report.seals()).singleElement().satisfies(seal -> {
            assertThat(seal.checks()).allMatch(Check::passed);
            assertThat(seal.owner()).isEqualTo("杭州测试科技有限公司");
            assertThat(seal.sealNumber()).isEqualTo(FakeBooks.NUMBER.value());
            assertThat(seal.useCode()).isEqualTo(order.note().code());
            assertThat(seal.spots()).singleElement().satisfies(spot -> {
                assertThat(spot.page()).isEqualTo(1);
                assertThat(spot.leftMm()).isCloseTo(120, Offset.offset(0.2));
                assertThat(spot.topMm()).isCloseTo(220, Offset.offset(0.2));
            });
        });
    }

    @Test
    void aSecondSealLeavesTheFirstValid() {
        byte[] first = sealed.bytes();
        StampOrder second = PdfFixtures.order(first, new Placement(1, 200, 2200));
        SealedPdf both = SEALER.seal(first, second, SEAL.signer());
        books.record(second, both);
        DocumentReport report = check(both.bytes());
        assertThat(report.verdict()).isEqualTo(Verdict.VALID);
        assertThat(report.seals()).hasSize(2);
        assertThat(reason(report, CheckCode.UNCHANGED_SINCE)).isEqualTo("signatures-added");
    }

    @Test
    void aDocumentWithoutSealIsNotSealed() {
        DocumentReport report = check(CONTRACT);
        assertThat(report.verdict()).isEqualTo(Verdict.NOT_VALID);
        assertThat(report.deciding().code()).isEqualTo(CheckCode.SEAL_PRESENT);
    }

    @Test
    void aPagePaintedOverAfterSealingIsFound() {
        byte[] painted = PdfFixtures.revise(sealed.bytes(), document -> {
            PDPage page = document.getPage(0);
            try (PDPageContentStream pen =
                    new PDPageContentStream(document, page, PDPageContentStream.AppendMode.APPEND, true)) {
                pen.setNonStrokingColor(1f, 1f, 1f);
                pen.addRect(50, 500, 400, 200);
                pen.fill();
            }
            page.getCOSObject().setNeedToBeUpdated(true);
        });
        assertNotValid(painted, CheckCode.UNCHANGED_SINCE, "changed");
    }

    @Test
    void anAnnotationThatLooksLikeAStampIsAChange() {
        byte[] annotated = PdfFixtures.revise(sealed.bytes(), document -> addStamp(document, new COSDictionary()));
        assertNotValid(annotated, CheckCode.UNCHANGED_SINCE, "changed");
    }

    @Test
    void pagesPutInAnotherOrderAreAChange() {
        byte[] turned = PdfFixtures.revise(sealed.bytes(), document -> {
            COSDictionary tree = document.getDocumentCatalog().getPages().getCOSObject();
            COSArray kids = tree.getCOSArray(COSName.KIDS);
            COSArray reversed = new COSArray();
            for (int i = kids.size() - 1; i >= 0; i--) {
                reversed.add(kids.get(i));
            }
            tree.setItem(COSName.KIDS, reversed);
            tree.setNeedToBeUpdated(true);
        });
        assertNotValid(turned, CheckCode.UNCHANGED_SINCE, "changed");
    }

    @Test
    void theImprintMovedElsewhereIsAChange() {
        byte[] moved = PdfFixtures.revise(sealed.bytes(), document -> {
            PDAnnotationWidget widget =
                    document.getSignatureFields().getFirst().getWidgets().getFirst();
            widget.setRectangle(new PDRectangle(10, 10, 135, 135));
            widget.getCOSObject().setNeedToBeUpdated(true);
        });
        assertNotValid(moved, CheckCode.UNCHANGED_SINCE, "changed");
    }

    @Test
    void bytesAppendedAreNotCovered() {
        byte[] longer = Arrays.copyOf(sealed.bytes(), sealed.bytes().length + 100);
        assertNotValid(longer, CheckCode.WHOLE_FILE_COVERED, "bytes-appended");
    }

    @Test
    void aChangedByteBreaksTheSignature() {
        byte[] changed = sealed.bytes().clone();
        int at = new String(changed, StandardCharsets.ISO_8859_1).indexOf("/Multiply");
        changed[at + 1] = 'N';
        assertNotValid(changed, CheckCode.SIGNATURE_INTACT, "altered");
    }

    @Test
    void aSignatureValueTakenFromAnotherDocumentIsBroken() {
        byte[] other = PdfFixtures.contract(1);
        byte[] donor = SEALER.seal(other, PdfFixtures.order(other, new Placement(1, 100, 100)), SEAL.signer())
                .bytes();
        byte[] forged = sealed.bytes().clone();
        byte[] value = signatureValue(donor);
        System.arraycopy(value, 0, forged, signatureStart(forged), value.length);
        assertNotValid(forged, CheckCode.SIGNATURE_INTACT, "altered");
    }

    @Test
    void anotherAuthorityWithTheSameNamesIsNotOurs() {
        TestAuthority twin = new TestAuthority("Yinxin");
        TestAuthority.Seal forger = twin.issueSeal("杭州测试科技有限公司", FakeBooks.NUMBER.value());
        byte[] forged = SEALER.seal(CONTRACT, PdfFixtures.order(CONTRACT, new Placement(1, 100, 100)), forger.signer())
                .bytes();
        DocumentReport report = check(forged);
        assertThat(report.verdict()).isEqualTo(Verdict.COULD_NOT_BE_CHECKED);
        assertThat(report.deciding().code()).isEqualTo(CheckCode.ISSUER_TRUSTED);
        assertThat(report.seals()).isEmpty();
    }

    @Test
    void anotherAuthorityThatBorrowsTheCodeOfARealUseIsAForgery() {
        TestAuthority.Seal forger = new TestAuthority("Yinxin").issueSeal("杭州测试科技有限公司", FakeBooks.NUMBER.value());
        byte[] forged = SEALER.seal(
                        CONTRACT,
                        PdfFixtures.order(
                                CONTRACT,
                                new Placement(1, 100, 100),
                                order.note().code()),
                        forger.signer())
                .bytes();
        assertNotValid(forged, CheckCode.ISSUER_TRUSTED, "borrowed-code");
    }

    @Test
    void aSealingThatNobodyRecordedIsNotValid() {
        StampOrder secret = PdfFixtures.order(CONTRACT, new Placement(1, 100, 100));
        assertNotValid(SEALER.seal(CONTRACT, secret, SEAL.signer()).bytes(), CheckCode.USE_RECORDED, "absent");
    }

    @Test
    void aSealingThatOurBooksKnowAndTheChainDoesNotCouldNotBeChecked() {
        StampOrder waiting = PdfFixtures.order(CONTRACT, new Placement(1, 100, 100));
        books.inTheBooks(waiting);
        DocumentReport report =
                check(SEALER.seal(CONTRACT, waiting, SEAL.signer()).bytes());
        assertThat(report.verdict()).isEqualTo(Verdict.COULD_NOT_BE_CHECKED);
        assertThat(report.deciding().reason()).isEqualTo("not-yet");
    }

    @Test
    void theRecordOfAnotherSealingDoesNotMatch() {
        byte[] again = SEALER.seal(
                        CONTRACT,
                        PdfFixtures.order(
                                CONTRACT,
                                new Placement(1, 100, 100),
                                order.note().code()),
                        SEAL.signer())
                .bytes();
        assertNotValid(again, CheckCode.RECORD_MATCHES, "sealed-differs");
    }

    @Test
    void aChainThatIsDownMakesNothingInvalid() {
        books.switchOff();
        DocumentReport report = check(sealed.bytes());
        assertThat(report.verdict()).isEqualTo(Verdict.COULD_NOT_BE_CHECKED);
        assertThat(report.deciding().code()).isEqualTo(CheckCode.USE_RECORDED);
        assertThat(report.deciding().reason()).isEqualTo("unreachable");
        assertThat(report.seals().getFirst().checks()).noneMatch(check -> check.verdict() == CheckVerdict.FAILED);
    }

    @Test
    void aSealSuspendedAfterUseIsGoodWhenUsedAndNotGoodNow() {
        books.suspendedFrom(Instant.now().plus(Duration.ofMinutes(1)));
        DocumentReport report = check(sealed.bytes());
        assertThat(report.verdict()).isEqualTo(Verdict.VALID);
        assertThat(report.seals().getFirst().now()).isEqualTo(CheckVerdict.FAILED);
        assertThat(reason(report, CheckCode.SEAL_NOW)).isEqualTo("suspended");
    }

    @Test
    void aSealSuspendedBeforeAnUnrecordedUseIsNotValid() {
        books.suspendedFrom(Instant.now().minus(Duration.ofHours(1)));
        StampOrder secret = PdfFixtures.order(CONTRACT, new Placement(1, 100, 100));
        DocumentReport report =
                check(SEALER.seal(CONTRACT, secret, SEAL.signer()).bytes());
        assertThat(report.verdict()).isEqualTo(Verdict.NOT_VALID);
        assertThat(reason(report, CheckCode.SEAL_WHEN_USED)).isEqualTo("not-in-force");
    }

    @Test
    void aCertificateRevokedBeforeUseIsNotValidAndOneRevokedLaterIsGoodWhenUsed() {
        Instant hourAgo = Instant.now().minus(Duration.ofHours(1));
        DocumentReport before = checker(new Trust(
                        List.of(OURS.root()),
                        List.of(OURS.issuing()),
                        List.of(OURS.crl(hourAgo, SEAL.certificate()), OURS.rootCrl())))
                .check(sealed.bytes(), Instant.now());
        assertThat(before.verdict()).isEqualTo(Verdict.NOT_VALID);
        assertThat(reason(before, CheckCode.NOT_REVOKED_WHEN_USED)).isEqualTo("revoked");
        Instant inAnHour = Instant.now().plus(Duration.ofHours(1));
        DocumentReport later = checker(new Trust(
                        List.of(OURS.root()),
                        List.of(OURS.issuing()),
                        List.of(OURS.crl(inAnHour, SEAL.certificate()), OURS.rootCrl())))
                .check(sealed.bytes(), Instant.now());
        assertThat(later.verdict()).isEqualTo(Verdict.VALID);
        assertThat(reason(later, CheckCode.NOT_REVOKED_WHEN_USED)).isEqualTo("revoked-later");
    }

    @Test
    void aCertificateThatHadExpiredWhenUsedIsNotValid() {
        Instant now = Instant.now();
        TestAuthority.Seal expired = OURS.issueSeal(
                "杭州测试科技有限公司", FakeBooks.NUMBER.value(), now.minus(Duration.ofDays(100)), now.minus(Duration.ofDays(1)));
        StampOrder late = PdfFixtures.order(CONTRACT, new Placement(1, 100, 100));
        SealedPdf document =
                new PdfSealer().seal(CONTRACT, PdfFixtures.at(late, now.minus(Duration.ofDays(2))), expired.signer());
        books.record(late, document);
        assertNotValid(document.bytes(), CheckCode.CERTIFICATE_VALID_WHEN_USED, "outside");
    }

    @Test
    void someoneElsesVisibleSignatureOnTopCouldCoverWhatWasSealed() {
        TestAuthority.Seal stranger = new TestAuthority("Elsewhere").issue("Stranger");
        byte[] first = sealed.bytes();
        byte[] both = SEALER.seal(first, PdfFixtures.order(first, new Placement(1, 200, 300)), stranger.signer())
                .bytes();
        DocumentReport report = check(both);
        assertThat(report.verdict()).isEqualTo(Verdict.COULD_NOT_BE_CHECKED);
        assertThat(report.deciding().reason()).isEqualTo("visible-signature-added");
    }

    @Test
    void someoneElsesSignatureBelowOursIsLeftToOthers() {
        TestAuthority.Seal stranger = new TestAuthority("Elsewhere").issue("Stranger");
        byte[] first = SEALER.seal(CONTRACT, PdfFixtures.order(CONTRACT, new Placement(1, 200, 300)), stranger.signer())
                .bytes();
        StampOrder ours = PdfFixtures.order(first, new Placement(1, 1200, 2200));
        SealedPdf both = SEALER.seal(first, ours, SEAL.signer());
        books.record(ours, both);
        DocumentReport report = check(both.bytes());
        assertThat(report.verdict()).isEqualTo(Verdict.VALID);
        assertThat(report.signatures()).hasSize(2);
        assertThat(report.seals()).hasSize(1);
    }

    @Test
    void aGmProfileThatWeDoNotKnowIsNotCalledInvalid() {
        byte[] gm = replace(sealed.bytes(), "/ETSI.CAdES.detached", "/GM.PKCS7.detached  ");
        DocumentReport report = check(gm);
        assertThat(report.verdict()).isEqualTo(Verdict.COULD_NOT_BE_CHECKED);
        assertThat(report.deciding().reason()).isEqualTo("gm");
    }

    @Test
    void aGmSealThatIsNoneIsNotValid() {
        byte[] gm = replace(sealed.bytes(), "/ETSI.CAdES.detached", "/GM.sm2seal         ");
        assertNotValid(gm, CheckCode.SIGNATURE_INTACT, "malformed");
    }

    @Test
    void aDocumentWithAnUnreadableNoteIsNotRecorded() {
        assertThat(UseNote.parse("yinxin:use/nonsense")).isEmpty();
        byte[] other = replace(sealed.bytes(), "yinxin:use/", "yinxin:USE/");
        assertThat(check(other).verdict()).isEqualTo(Verdict.NOT_VALID);
    }

    private DocumentReport check(byte[] file) {
        return checker(new Trust(
                        List.of(OURS.root()), List.of(OURS.issuing()), List.of(OURS.revoked(), OURS.rootCrl())))
                .check(file, Instant.now());
    }

    private DocumentChecker checker(Trust trust) {
        return new DocumentChecker(new DocumentDesk(new SealingSettings(Duration.ofDays(30), 2)), trust, books);
    }

    private void assertNotValid(byte[] file, CheckCode code, String reason) {
        DocumentReport report = check(file);
        assertThat(report.verdict()).isEqualTo(Verdict.NOT_VALID);
        assertThat(reason(report, code)).isEqualTo(reason);
    }

    private static String reason(DocumentReport report, CheckCode code) {
        return Stream.concat(
                        report.checks().stream(),
                        report.signatures().stream().flatMap(signature -> signature.checks().stream()))
                .filter(check -> check.code() == code)
                .map(Check::reason)
                .findFirst()
                .orElse("not checked");
    }

    private static void addStamp(PDDocument document, COSDictionary value) throws IOException {
        PDPage page = document.getPage(0);
        PDAnnotationRubberStamp stamp = new PDAnnotationRubberStamp();
        stamp.setRectangle(new PDRectangle(100, 100, 100, 100));
        stamp.getCOSObject().setItem(COSName.V, value);
        List<PDAnnotation> annotations = page.getAnnotations();
        annotations.add(stamp);
        page.setAnnotations(annotations);
        page.getCOSObject().setNeedToBeUpdated(true);
        if (page.getCOSObject().getCOSArray(COSName.ANNOTS) instanceof COSArray array) {
            array.setNeedToBeUpdated(true);
        }
    }

    private static byte[] replace(byte[] file, String what, String by) {
        byte[] changed = file.clone();
        int at = new String(file, StandardCharsets.ISO_8859_1).indexOf(what);
        System.arraycopy(by.getBytes(StandardCharsets.ISO_8859_1), 0, changed, at, what.length());
        return changed;
    }

    private static int signatureStart(byte[] file) {
        String text = new String(file, StandardCharsets.ISO_8859_1);
        return text.indexOf("/Contents <") + "/Contents <".length();
    }

    private static byte[] signatureValue(byte[] file) {
        int start = signatureStart(file);
        String text = new String(file, StandardCharsets.ISO_8859_1);
        return Arrays.copyOfRange(file, start, text.indexOf('>', start));
    }
}
