package org.yinxin.sealing.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.client.j2se.BufferedImageLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import eu.europa.esig.dss.enumerations.SignatureLevel;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yinxin.sealing.pdf.verification.PdfReader;
import org.yinxin.sealing.plan.PageSize;
import org.yinxin.sealing.plan.Placement;
import org.yinxin.sealing.plan.Spot;
import org.yinxin.sealing.plan.StampOrder;
import org.yinxin.sealing.plan.UseCommitment;
import org.yinxin.sealing.plan.UseNote;

class PdfSealerTest {

    private static final TestAuthority AUTHORITY = new TestAuthority("Yinxin");
    private static final TestAuthority.Seal SEAL = AUTHORITY.issue("杭州测试科技有限公司");
    private static final DssJudge DSS =
            new DssJudge(List.of(AUTHORITY.root()), List.of(AUTHORITY.revoked(), AUTHORITY.rootCrl()));
    private static final Placement CORNER = new Placement(1, 1200, 2200);

    private final PdfSealer sealer = new PdfSealer();

    @Test
    void theUploadedFileStaysTheFirstPartOfTheSealedOne() {
        byte[] contract = PdfFixtures.contract(2);
        SealedPdf sealed = seal(contract, CORNER);
        assertThat(Arrays.copyOf(sealed.bytes(), contract.length)).isEqualTo(contract);
        assertThat(sealed.signedUntil()).isEqualTo(sealed.bytes().length);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 10})
    void dssCallsItTotalPassedBaselineBWithItsStrictExtras(int pages) throws Exception {
        assertTotalPassed(seal(PdfFixtures.contract(pages), CORNER).bytes(), 1);
    }

    @Test
    void twoSealsInOneDocumentBothPass() throws Exception {
        byte[] first = seal(PdfFixtures.contract(1), CORNER).bytes();
        assertTotalPassed(seal(first, new Placement(1, 200, 2200)).bytes(), 2);
    }

    @Test
    void pdfsigCallsItValid(@TempDir Path folder) throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/pdfsig")), "pdfsig (poppler-utils) is not on this machine");
        Path file = folder.resolve("sealed.pdf");
        Files.write(file, seal(PdfFixtures.contract(1), CORNER).bytes());
        Process pdfsig = new ProcessBuilder("pdfsig", file.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(pdfsig.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(pdfsig.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(said).contains("Signature is Valid.", "Total document signed", "杭州测试科技有限公司", "ETSI.CAdES.detached");
    }

    @ParameterizedTest
    @CsvSource({"0", "90", "180", "270"})
    void theImprintStandsWhereItWasPutHoweverThePageIsTurnedAndCropped(int rotation) {
        byte[] turned = PdfFixtures.turned(rotation, new PDRectangle(40, 60, 500, 720));
        byte[] sealed = seal(turned, new Placement(1, 200, 300)).bytes();
        Spot spot = new PdfReader(PdfLimits.standard())
                .read(sealed)
                .signatures()
                .getFirst()
                .spots()
                .getFirst();
        assertThat(spot.leftMm()).isCloseTo(20, Offset.offset(0.1));
        assertThat(spot.topMm()).isCloseTo(30, Offset.offset(0.1));
        BufferedImage page = render(sealed, 1240);
        double perMm = page.getWidth() / pageWidth(sealed);
        // The star's middle, and the ring's left edge: red, upright and at true size.
        assertThat(isRed(page, (20 + 20) * perMm, (30 + 20.5) * perMm)).isTrue();
        assertThat(isRed(page, (20 + 0.5) * perMm, (30 + 20) * perMm)).isTrue();
        assertThat(isRed(page, (20 + 39.5) * perMm, (30 + 20) * perMm)).isTrue();
        assertThat(isRed(page, (20 + 20) * perMm, (30 + 0.5) * perMm)).isTrue();
    }

    @Test
    void inkDoesNotHideTheTextBelow() {
        byte[] black = PdfFixtures.document(document -> {
            var page = new PDPage(PDRectangle.A4);
            document.addPage(page);
            try (var pen = new PDPageContentStream(document, page)) {
                pen.addRect(0, 0, 600, 850);
                pen.fill();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        BufferedImage page = render(seal(black, new Placement(1, 200, 300)).bytes(), 1240);
        double perMm = page.getWidth() / 210.0;
        assertThat(page.getRGB((int) (40 * perMm), (int) (50.5 * perMm)) & 0xff0000)
                .isLessThan(0x400000);
    }

    @ParameterizedTest
    @CsvSource({"1200, 2200", "1690, 2560", "0, 0", "1690, 0"})
    void theQrCodeStaysOnThePageAndLeadsToTheUse(int left, int top) throws Exception {
        byte[] contract = PdfFixtures.document(document -> document.addPage(new PDPage(PDRectangle.A4)));
        StampOrder order = PdfFixtures.order(contract, new Placement(1, left, top));
        byte[] sealed = sealer.seal(contract, order, SEAL.signer()).bytes();
        BufferedImage page = render(sealed, 2000);
        StampLayout layout =
                StampLayout.of(order.note().plan().placements().getFirst(), 40, 40, new PageSize(210, 297));
        double perMm = page.getWidth() / 210.0;
        BufferedImage code = page.getSubimage(
                (int) (layout.qr().getX() * perMm),
                (int) (layout.qr().getY() * perMm),
                (int) (layout.qr().getWidth() * perMm),
                (int) (layout.qr().getHeight() * perMm));
        String address = new QRCodeReader()
                .decode(new BinaryBitmap(new HybridBinarizer(new BufferedImageLuminanceSource(code))))
                .getText();
        assertThat(address).isEqualTo(order.checkAddress());
    }

    @Test
    void saltAndCodeTravelInTheDocumentAndOpenItsCommitment() throws Exception {
        byte[] contract = PdfFixtures.contract(1);
        StampOrder order = PdfFixtures.order(contract, CORNER);
        SealedPdf sealed = sealer.seal(contract, order, SEAL.signer());
        try (PDDocument document = Loader.loadPDF(sealed.bytes())) {
            var signature = document.getSignatureDictionaries().getFirst();
            UseNote note = UseNote.parse(signature.getContactInfo()).orElseThrow();
            assertThat(note).isEqualTo(order.note());
            UseCommitment opened = UseCommitment.of(note, signature.getReason(), sealed.bytes(), sealed.signedUntil());
            assertThat(opened)
                    .isEqualTo(UseCommitment.of(order.note(), order.purpose(), sealed.bytes(), sealed.signedUntil()));
        }
    }

    @Test
    void aKeyThatIsNotTheCertificatesSealsNothing() {
        SealSigner other = AUTHORITY.issue("Somebody else").signer();
        SealSigner mixed = new SealSigner(SEAL.signer().chain(), other.sign());
        byte[] contract = PdfFixtures.contract(1);
        assertThatThrownBy(() -> sealer.seal(contract, PdfFixtures.order(contract, CORNER), mixed))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void oneStampWeighsLessThan40Kilobytes() {
        byte[] contract = PdfFixtures.contract(1);
        assertThat(seal(contract, CORNER).bytes().length - contract.length).isLessThan(40_000);
    }

    private SealedPdf seal(byte[] file, Placement placement) {
        return sealer.seal(file, PdfFixtures.order(file, placement), SEAL.signer());
    }

    private static void assertTotalPassed(byte[] sealed, int signatures) {
        DSS.assertPassed(
                sealed,
                Collections.nCopies(signatures, SignatureLevel.PAdES_BASELINE_B).toArray(SignatureLevel[]::new));
    }

    private static double pageWidth(byte[] file) {
        return new PdfReader(PdfLimits.standard()).read(file).pages().getFirst().widthMm();
    }

    private static BufferedImage render(byte[] file, int width) {
        try {
            byte[] png = new PageRenderer(PdfLimits.standard(), Duration.ofSeconds(30)).png(file, 1, width);
            return ImageIO.read(new ByteArrayInputStream(png));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isRed(BufferedImage page, double x, double y) {
        int pixel = page.getRGB((int) x, (int) y);
        return (pixel >> 16 & 0xff) > 0xa0 && (pixel >> 8 & 0xff) < 0x60 || (pixel & 0xffffff) < 0x202020;
    }
}
