package org.yinxin.sealing.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageRendererTest {

    private final PageRenderer renderer = new PageRenderer(PdfLimits.standard(), Duration.ofSeconds(20));

    @Test
    void aPageIsDrawnAsWideAsAskedFor() throws IOException {
        BufferedImage page = ImageIO.read(new ByteArrayInputStream(renderer.png(PdfFixtures.contract(2), 2, 300)));
        assertThat(page.getWidth()).isBetween(299, 301);
        assertThat(page.getHeight()).isBetween(420, 430);
    }

    @Test
    void aPageOfAbsurdSizeStaysAPictureOfBoundedSize() throws IOException {
        byte[] tall = PdfFixtures.document(document -> document.addPage(new PDPage(new PDRectangle(10, 14_400))));
        BufferedImage page = ImageIO.read(new ByteArrayInputStream(renderer.png(tall, 1, 2_000)));
        assertThat(page.getHeight()).isLessThanOrEqualTo(2_001);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 3})
    void aPageThatTheDocumentLacksIsRefused(int page) {
        assertThatThrownBy(() -> renderer.png(PdfFixtures.contract(2), page, 300))
                .isInstanceOfSatisfying(
                        PdfRefusedException.class,
                        refusal -> assertThat(refusal.reason()).isEqualTo(PdfRefusal.NO_PAGES));
    }

    @Test
    void aPageThatTakesForEverIsGivenUp() {
        byte[] endless = PdfFixtures.document(document -> {
            PDPage page = new PDPage();
            document.addPage(page);
            try (PDPageContentStream pen = new PDPageContentStream(document, page)) {
                for (int i = 0; i < 200_000; i++) {
                    pen.addRect(i % 500, i % 700, 90, 90);
                    pen.fill();
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        PageRenderer hasty = new PageRenderer(PdfLimits.standard(), Duration.ofMillis(200));
        assertThatThrownBy(() -> hasty.png(endless, 1, 1_000))
                .isInstanceOfSatisfying(
                        PdfRefusedException.class,
                        refusal -> assertThat(refusal.reason()).isEqualTo(PdfRefusal.TOO_COMPLEX));
    }
}
