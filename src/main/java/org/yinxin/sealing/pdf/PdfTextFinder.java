package org.yinxin.sealing.pdf;

import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.yinxin.sealing.plan.TextFinder;
import org.yinxin.sealing.plan.TextHit;

/**
 * Finds a word as a reader sees it, line by line, however the text is split into runs, turned or written with ligatures;
 * width of letters, case and blanks make no difference. Pictures of text have none.
 */
public final class PdfTextFinder implements TextFinder {

    private final PdfLimits limits;
    private final Duration patience;

    public PdfTextFinder(PdfLimits limits, Duration patience) {
        this.limits = limits;
        this.patience = patience;
    }

    /** @throws PdfRefusedException when the file cannot be read within the limits */
    @Override
    public List<TextHit> find(byte[] file, String word) {
        String wanted = TextLine.plain(word);
        if (wanted.isEmpty()) {
            return List.of();
        }
        try (PDDocument document = PdfFile.open(file, limits)) {
            LineReader reader = new LineReader(System.nanoTime() + patience.toNanos());
            List<TextHit> hits = new ArrayList<>();
            int pages = Math.min(document.getNumberOfPages(), limits.pages());
            for (int number = 1; number <= pages; number++) {
                PDPage page = document.getPage(number - 1);
                for (TextLine line : reader.read(document, number)) {
                    for (Rectangle2D box : line.find(wanted)) {
                        hits.add(hit(number, page, box));
                    }
                }
            }
            return hits;
        } catch (PdfRefusedException e) {
            throw e;
        } catch (IOException | RuntimeException | StackOverflowError e) {
            throw new PdfRefusedException(PdfRefusal.BROKEN, e);
        }
    }

    /** The reader measures from the lower left corner of the crop box. */
    private static TextHit hit(int number, PDPage page, Rectangle2D box) {
        PDRectangle crop = page.getCropBox();
        Rectangle2D seen = new PageFrame(page)
                .toSeen(new PDRectangle(
                        (float) (box.getX() + crop.getLowerLeftX()),
                        (float) (box.getY() + crop.getLowerLeftY()),
                        (float) box.getWidth(),
                        (float) box.getHeight()));
        return new TextHit(number, seen.getX(), seen.getY(), seen.getWidth(), seen.getHeight());
    }
}
