package org.yinxin.sealing.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.util.Matrix;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yinxin.sealing.plan.Keyword;
import org.yinxin.sealing.plan.PageSize;
import org.yinxin.sealing.plan.Placement;
import org.yinxin.sealing.plan.TextHit;

class PdfTextFinderTest {

    private static final double MM = 72 / 25.4;
    private static final PDRectangle CROP = new PDRectangle(20, 30, 500, 780);
    private static final Offset<Double> NEAR = Offset.offset(1.0);
    private static final PDFont LATIN = new PDType1Font(Standard14Fonts.FontName.HELVETICA);

    private final PdfTextFinder finder = new PdfTextFinder(PdfLimits.standard(), Duration.ofSeconds(20));

    @Test
    void aWordIsFoundWhereItStandsOnEachPage() {
        List<TextHit> hits = finder.find(PdfFixtures.contract(3), "Page 2 of");
        assertThat(hits).hasSize(40).allMatch(hit -> hit.page() == 2);
        TextHit first = hits.getFirst();
        assertThat(first.leftMm()).isCloseTo(60 / MM, NEAR);
        assertThat(first.topMm() + first.heightMm() / 2).isCloseTo((842 - 785) / MM, NEAR);
    }

    @Test
    void aWordThatDoesNotOccurIsNotFound() {
        assertThat(finder.find(PdfFixtures.contract(1), "Party of the third part"))
                .isEmpty();
        assertThat(finder.find(PdfFixtures.contract(1), " ")).isEmpty();
    }

    @Test
    void chineseTextSplitOverRunsAndSpacedOutIsFound() {
        byte[] file = chinese((pen, font) -> {
            show(pen, font, 14, 100, 300, "甲");
            show(pen, font, 14, 140, 300, "方（盖");
            show(pen, font, 14, 182, 300, "章）：");
            show(pen, font, 14, 100, 260, "乙方（盖章）：");
        });
        List<TextHit> hits = finder.find(file, "甲方(盖章)");
        assertThat(hits).hasSize(1);
        assertThat(hits.getFirst().leftMm()).isCloseTo(100 / MM, NEAR);
        assertThat(hits.getFirst().widthMm()).isCloseTo((182 + 28 - 100) / MM, NEAR);
        assertThat(finder.find(file, "盖章")).hasSize(2);
    }

    @Test
    void runsInAnyOrderMakeALine() {
        byte[] file = page(0, pen -> {
            show(pen, LATIN, 12, 160, 500, "here");
            show(pen, LATIN, 12, 100, 500, "Seal");
        });
        assertThat(finder.find(file, "Seal here")).hasSize(1);
    }

    @Test
    void ligaturesAreTheLettersTheyJoin() {
        byte[] file = font("/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf", (pen, font) -> {
            show(pen, font, 12, 100, 500, "The \uFB01nal page");
        });
        assertThat(finder.find(file, "final page")).hasSize(1);
    }

    @Test
    void wordsInDifferentColumnsAreNotOne() {
        byte[] file = page(0, pen -> {
            show(pen, LATIN, 10, 60, 500, "Party");
            show(pen, LATIN, 10, 400, 500, "A");
        });
        assertThat(finder.find(file, "Party A")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 90, 180, 270})
    void textUprightOnATurnedPageIsFoundWhereItIsSeen(int rotation) {
        byte[] file = page(rotation, pen -> {
            PageFrame frame = frame(rotation);
            pen.transform(new Matrix(frame.toUserSpace()));
            pen.transform(new Matrix((float) (1 / MM), 0, 0, (float) (-1 / MM), 50, 80));
            show(pen, LATIN, 14, 0, 0, "Sign");
            show(pen, LATIN, 14, 32, 0, "here");
        });
        List<TextHit> hits = finder.find(file, "Sign here");
        assertThat(hits).hasSize(1);
        assertThat(hits.getFirst().leftMm()).isCloseTo(50, NEAR);
        assertThat(hits.getFirst().topMm() + hits.getFirst().heightMm()).isCloseTo(80.5, NEAR);
        PageSize size = frame(rotation).size();
        Placement placed = new Keyword("Sign here", OptionalInt.of(1))
                .placements(hits, List.of(size), 40, 40)
                .getFirst();
        byte[] sealed = new PdfSealer()
                .seal(
                        file,
                        PdfFixtures.order(file, placed),
                        new TestAuthority("Y").issue("Y").signer())
                .bytes();
        RedBox red = RedBox.on(sealed, 1);
        assertThat((red.left() + red.right()) / 2)
                .isCloseTo(hits.getFirst().leftMm() + hits.getFirst().widthMm() / 2, RedBox.WITHIN);
    }

    @Test
    void anEncryptedFileIsRefused() {
        assertThatThrownBy(() -> finder.find(PdfFixtures.encrypted(), "word"))
                .isInstanceOfSatisfying(
                        PdfRefusedException.class,
                        refusal -> assertThat(refusal.reason()).isEqualTo(PdfRefusal.ENCRYPTED));
    }

    private static PageFrame frame(int rotation) {
        PDPage page = new PDPage(PDRectangle.A4);
        page.setCropBox(CROP);
        page.setRotation(rotation);
        return new PageFrame(page);
    }

    private static byte[] page(int rotation, Drawing drawing) {
        return PdfFixtures.document(document -> draw(document, rotation, drawing));
    }

    private static void draw(PDDocument document, int rotation, Drawing drawing) {
        PDPage page = new PDPage(PDRectangle.A4);
        page.setCropBox(CROP);
        page.setRotation(rotation);
        document.addPage(page);
        try (PDPageContentStream pen = new PDPageContentStream(document, page)) {
            drawing.draw(pen);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] chinese(FontDrawing drawing) {
        return font("/fonts/NotoSerifSC-Regular.ttf", drawing);
    }

    private static byte[] font(String resource, FontDrawing drawing) {
        return PdfFixtures.document(document -> {
            PDPage page = new PDPage(PDRectangle.A4);
            document.addPage(page);
            try (PDPageContentStream pen = new PDPageContentStream(document, page);
                    InputStream font = PDFont.class.getResourceAsStream(resource)) {
                drawing.draw(pen, PDType0Font.load(document, font));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private static void show(PDPageContentStream pen, PDFont font, float size, float x, float y, String text)
            throws IOException {
        pen.setFont(font, size);
        pen.beginText();
        pen.newLineAtOffset(x, y);
        pen.showText(text);
        pen.endText();
    }

    /** Draws on a page. */
    @FunctionalInterface
    private interface Drawing {
        void draw(PDPageContentStream pen) throws IOException;
    }

    /** Draws on a page with an embedded font. */
    @FunctionalInterface
    private interface FontDrawing {
        void draw(PDPageContentStream pen, PDFont font) throws IOException;
    }
}
