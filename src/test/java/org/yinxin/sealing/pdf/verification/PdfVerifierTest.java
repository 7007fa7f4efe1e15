package org.yinxin.sealing.pdf.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import javax.imageio.ImageIO;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationWidget;
import org.apache.pdfbox.pdmodel.interactive.form.PDSignatureField;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yinxin.pki.TestTimeStamper;
import org.yinxin.sealing.pdf.PadesLevel;
import org.yinxin.sealing.pdf.PageRenderer;
import org.yinxin.sealing.pdf.PdfFixtures;
import org.yinxin.sealing.pdf.PdfLimits;
import org.yinxin.sealing.pdf.PdfSealer;
import org.yinxin.sealing.pdf.PdfSigners;
import org.yinxin.sealing.pdf.SealingOptions;
import org.yinxin.sealing.pdf.SealingProfiles;
import org.yinxin.sealing.pdf.TestAuthority;
import org.yinxin.sealing.pdf.TestGmSeal;
import org.yinxin.sealing.pdf.verification.ExaminedSignature.Integrity;
import org.yinxin.sealing.pdf.verification.ExaminedSignature.Later;
import org.yinxin.sealing.plan.Placement;

class PdfVerifierTest {

    private static final TestAuthority AUTHORITY = new TestAuthority("Yinxin");
    private static final TestAuthority.Seal SEAL = AUTHORITY.issue("杭州测试科技有限公司");
    private static final TestAuthority.Seal STRANGER = new TestAuthority("Elsewhere").issue("Stranger");
    private static final byte[] CONTRACT = PdfFixtures.contract(3);
    private static final byte[] SEALED = seal(CONTRACT, SEAL, 200);

    private final PdfVerifier verifier = new PdfVerifier(PdfLimits.standard());

    @Test
    void aSealedDocumentIsIntactAndNothingCameAfter() {
        ExaminedPdf examined = verifier.verify(SEALED);
        assertThat(examined.covered()).isTrue();
        assertThat(examined.quirks()).isEmpty();
        assertThat(examined.signatures()).singleElement().satisfies(signature -> {
            assertThat(signature.integrity()).isEqualTo(Integrity.INTACT);
            assertThat(signature.later()).isEqualTo(Later.NOTHING);
            assertThat(signature.level()).isEqualTo(ExaminedSignature.Level.B);
            assertThat(signature.certificate()).isEqualTo(SEAL.certificate());
        });
    }

    @Test
    void bothProfilesOfOneStampingAreIntactWithTheirTimeStamps() {
        TestGmSeal gm = new TestGmSeal("杭州测试科技有限公司");
        byte[] both = new PdfSealer(new TestTimeStamper())
                .seal(
                        CONTRACT,
                        PdfFixtures.order(CONTRACT, new Placement(1, 200, 300)),
                        new PdfSigners(SEAL.signer(), gm.signer()),
                        SealingOptions.of(SealingProfiles.BOTH, PadesLevel.T))
                .bytes();
        List<ExaminedSignature> signatures = verifier.verify(both).signatures();
        assertThat(signatures)
                .extracting(ExaminedSignature::integrity)
                .containsExactly(Integrity.INTACT, Integrity.INTACT);
        assertThat(signatures)
                .extracting(signature -> signature.found().isSesSeal())
                .containsExactly(true, false);
        assertThat(signatures).extracting(ExaminedSignature::later).containsExactly(Later.SIGNATURES, Later.NOTHING);
        assertThat(signatures).extracting(ExaminedSignature::level).containsOnly(ExaminedSignature.Level.T);
        assertThat(signatures)
                .flatExtracting(ExaminedSignature::timeStamps)
                .hasSize(2)
                .allMatch(TimeStamp::intact);
    }

    @Test
    void aGmSealOverOtherBytesIsBroken() {
        byte[] gm = new PdfSealer()
                .seal(
                        CONTRACT,
                        PdfFixtures.order(CONTRACT, new Placement(1, 200, 300)),
                        new PdfSigners(SEAL.signer(), new TestGmSeal("Other").signer()),
                        SealingOptions.of(SealingProfiles.GM, PadesLevel.B))
                .bytes();
        int at = indexOf(gm, "Lease");
        gm[at < 0 ? 20 : at] ^= 1;
        assertThat(verifier.verify(gm).signatures())
                .singleElement()
                .extracting(ExaminedSignature::fault)
                .isEqualTo(SignatureFault.DIGEST_DIFFERS);
    }

    @Test
    void aPagePaintedOverIsNamedAndTheAreaFramed() throws IOException {
        byte[] painted = PdfFixtures.revise(SEALED, document -> paint(document, document.getPage(1)));
        ExaminedSignature signature = first(painted);
        assertThat(signature.later()).isEqualTo(Later.CHANGES);
        assertThat(signature.changedPages()).containsExactly(new ChangedPage(2, 2));
        ChangeRenderer renderer = new ChangeRenderer(new PageRenderer(PdfLimits.standard(), Duration.ofSeconds(15)));
        BufferedImage now = ImageIO.read(
                new ByteArrayInputStream(renderer.png(painted, SEALED.length, new ChangedPage(2, 2), true, 595)));
        assertThat(isFramed(now)).isTrue();
        BufferedImage same = ImageIO.read(
                new ByteArrayInputStream(renderer.png(painted, SEALED.length, new ChangedPage(1, 1), true, 595)));
        assertThat(isFramed(same)).isFalse();
    }

    @Test
    void anObjectGivenUpLaterIsAChangeAlthoughTheLibraryStillShowsIt() {
        long page = pageNumber(SEALED);
        byte[] hidden = append(SEALED, "", "%d 1\n0000000000 00001 f \n".formatted(page));
        assertThat(first(seal(hidden, STRANGER, 900)).changes()).contains(page + " given up");
    }

    @Test
    void anObjectUnderANewGenerationIsAChange() {
        long page = pageNumber(SEALED);
        byte[] turned = append(
                SEALED,
                "%d 1 obj\n<< /Type /Page >>\nendobj\n".formatted(page),
                "%d 1\n%010d 00001 n \n".formatted(page, SEALED.length + 1));
        assertThat(first(seal(turned, STRANGER, 900)).changes()).contains(page + " 1");
    }

    @Test
    void aReferenceIntoNothingThatComesAliveIsAChange() {
        byte[] prepared = uncompressed(document -> {
            PDPage page = PdfFixtures.addPage(document, PDRectangle.A4, 0, "Prepared");
            page.getCOSObject().setItem(COSName.getPDFName("Marker"), COSInteger.get(4711));
        });
        byte[] dangling = replace(prepared, "/Marker 4711", "/X 977 0 R ");
        byte[] sealed = seal(dangling, SEAL, 200);
        byte[] alive = append(
                sealed,
                "977 0 obj\n<< /Length 0 >>\nstream\n\nendstream\nendobj\n",
                "977 1\n%010d 00000 n \n".formatted(sealed.length + 1));
        assertThat(first(seal(alive, STRANGER, 900)).later()).isEqualTo(Later.CHANGES);
    }

    @Test
    void aSealShownOnceMoreElsewhereIsAChange() {
        byte[] copied = PdfFixtures.revise(SEALED, document -> {
            PDSignatureField field = document.getSignatureFields().getFirst();
            addField(
                    document,
                    field.getCOSObject().getItem(COSName.V) instanceof COSObject reference
                            ? reference
                            : new COSObject(field.getSignature().getCOSObject(), new COSObjectKey(1, 0)));
        });
        ExaminedSignature signature = first(seal(copied, STRANGER, 900));
        assertThat(signature.integrity()).isEqualTo(Integrity.INTACT);
        assertThat(signature.later()).isEqualTo(Later.CHANGES);
    }

    @Test
    void aSecondDictionaryWithTheSameBytesIsNoSignature() {
        byte[] wrapped = PdfFixtures.revise(SEALED, document -> {
            COSDictionary copy = new COSDictionary(
                    document.getSignatureFields().getFirst().getSignature().getCOSObject());
            copy.setItem(COSName.REASON, new COSString("Another purpose"));
            addField(document, copy);
        });
        assertThat(verifier.verify(wrapped).signatures())
                .extracting(signature -> signature.found().fault())
                .containsExactlyInAnyOrder(ByteRange.Fault.NONE, ByteRange.Fault.VALUE_ELSEWHERE);
    }

    @Test
    void aSignatureWithoutValueIsBrokenRatherThanUnsigned() {
        byte[] emptied = PdfFixtures.revise(SEALED, document -> {
            COSDictionary signature =
                    document.getSignatureFields().getFirst().getSignature().getCOSObject();
            signature.removeItem(COSName.CONTENTS);
            signature.setNeedToBeUpdated(true);
        });
        assertThat(first(emptied).found().fault()).isEqualTo(ByteRange.Fault.MISSING);
        assertThat(first(emptied).integrity()).isEqualTo(Integrity.BROKEN);
    }

    @Test
    void bytesHiddenBehindTheSignatureInItsOwnPlaceBreakIt() {
        byte[] stuffed = SEALED.clone();
        ByteRange range = first(SEALED).found().range();
        stuffed[range.gapEnd() - 3] = '7';
        assertThat(first(stuffed).fault()).isEqualTo(SignatureFault.NOT_A_SIGNATURE);
    }

    @Test
    void bytesBeforeTheHeaderAreNamed() {
        byte[] before = new byte[SEALED.length + 7];
        Arrays.fill(before, 0, 7, (byte) '\n');
        System.arraycopy(SEALED, 0, before, 7, SEALED.length);
        assertThat(verifier.verify(before).quirks()).contains(StructureQuirk.BYTES_BEFORE_HEADER);
    }

    @Test
    void aSignatureTakenOutOfTheFormIsFound() {
        byte[] stripped = PdfFixtures.revise(SEALED, document -> {
            COSDictionary form = document.getDocumentCatalog().getAcroForm().getCOSObject();
            form.setItem(COSName.FIELDS, new COSArray());
            form.setNeedToBeUpdated(true);
            document.getDocumentCatalog().getCOSObject().setNeedToBeUpdated(true);
            for (PDPage page : document.getPages()) {
                page.getCOSObject().removeItem(COSName.ANNOTS);
                page.getCOSObject().setNeedToBeUpdated(true);
            }
        });
        assertThat(verifier.verify(seal(stripped, STRANGER, 900)).quirks()).contains(StructureQuirk.HIDDEN_SIGNATURE);
    }

    @ParameterizedTest
    @CsvSource({
        "'', MISSING",
        "'0 10', NOT_TWO_PIECES",
        "'0 10 20 5 30 5', NOT_TWO_PIECES",
        "'0 -10 20 5', NEGATIVE",
        "'0 10 20 9223372036854775000', BEYOND_THE_FILE",
        "'0 10 20 15', BEYOND_THE_FILE",
        "'1 9 20 10', NOT_FROM_THE_START",
        "'0 20 10 10', OVERLAPPING",
        "'0 10 20 0', OVERLAPPING",
        "'0 9 20 10', GAP_IS_NOT_THE_VALUE",
        "'0 10 20 10', NONE"
    })
    void byteRangesAreTakenAtTheirWord(String numbers, ByteRange.Fault fault) {
        byte[] file = "%PDF-1.7__<00112233>__________".getBytes(StandardCharsets.US_ASCII);
        List<Long> range = numbers.isEmpty()
                ? List.of()
                : Arrays.stream(numbers.split(" ")).map(Long::valueOf).toList();
        assertThat(new ByteRange(range).fault(file)).isEqualTo(fault);
    }

    private ExaminedSignature first(byte[] file) {
        return verifier.verify(file).signatures().getFirst();
    }

    private static byte[] seal(byte[] file, TestAuthority.Seal seal, int left) {
        return new PdfSealer()
                .seal(file, PdfFixtures.order(file, new Placement(1, left, 2200)), seal.signer())
                .bytes();
    }

    private static byte[] uncompressed(Consumer<PDDocument> content) {
        try (PDDocument document = new PDDocument()) {
            content.accept(document);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            document.save(bytes, CompressParameters.NO_COMPRESSION);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void paint(PDDocument document, PDPage page) throws IOException {
        try (PDPageContentStream pen =
                new PDPageContentStream(document, page, PDPageContentStream.AppendMode.APPEND, true)) {
            pen.setNonStrokingColor(1f, 1f, 1f);
            pen.addRect(50, 500, 400, 200);
            pen.fill();
        }
        page.getCOSObject().setNeedToBeUpdated(true);
    }

    private static void addField(PDDocument document, org.apache.pdfbox.cos.COSBase value) throws IOException {
        PDSignatureField field =
                new PDSignatureField(document.getDocumentCatalog().getAcroForm());
        field.setPartialName("Copy");
        field.getCOSObject().setItem(COSName.V, value);
        PDAnnotationWidget widget = field.getWidgets().getFirst();
        PDPage page = document.getPage(0);
        widget.setRectangle(new PDRectangle(50, 50, 100, 100));
        widget.setPage(page);
        page.getAnnotations().add(widget);
        page.getCOSObject().setNeedToBeUpdated(true);
        document.getDocumentCatalog().getAcroForm().getFields().add(field);
        document.getDocumentCatalog().getAcroForm().getCOSObject().setNeedToBeUpdated(true);
        document.getDocumentCatalog().getCOSObject().setNeedToBeUpdated(true);
    }

    private static long pageNumber(byte[] file) {
        try (PDDocument document = org.apache.pdfbox.Loader.loadPDF(file)) {
            return document.getPage(2).getCOSObject().getKey().getNumber();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Appends a revision written by hand. */
    private static byte[] append(byte[] file, String objects, String entries) {
        XrefSection newest = XrefChain.of(file, file.length).newest();
        String root = newest.trailer().text("Root");
        String body = "\n" + objects;
        String tail = body + "xref\n" + entries + "trailer\n<< /Size 2000 /Root " + root + " /Prev " + newest.place()
                + " >>\nstartxref\n" + (file.length + body.length()) + "\n%%EOF\n";
        byte[] longer = Arrays.copyOf(file, file.length + tail.length());
        System.arraycopy(tail.getBytes(StandardCharsets.ISO_8859_1), 0, longer, file.length, tail.length());
        return longer;
    }

    private static byte[] replace(byte[] file, String what, String with) {
        String text = new String(file, StandardCharsets.ISO_8859_1);
        assertThat(text).contains(what);
        return text.replace(what, with).getBytes(StandardCharsets.ISO_8859_1);
    }

    private static int indexOf(byte[] file, String text) {
        return new String(file, StandardCharsets.ISO_8859_1).indexOf(text);
    }

    private static boolean isFramed(BufferedImage picture) {
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                if ((picture.getRGB(x, y) & 0xffffff) == 0xb3261e) {
                    return true;
                }
            }
        }
        return false;
    }
}
