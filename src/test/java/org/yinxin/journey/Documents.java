package org.yinxin.journey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;

/** Files that people bring along. */
final class Documents {

    private Documents() {}

    /** A contract of several A4 pages with text on each. */
    static Path contract(int pages) {
        try (PDDocument document = new PDDocument()) {
            for (int number = 1; number <= pages; number++) {
                page(document, number, pages);
            }
            Path file = Scratch.folder("contract").resolve("supply-contract.pdf");
            document.save(file.toFile());
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void page(PDDocument document, int number, int pages) throws IOException {
        PDPage page = new PDPage(PDRectangle.A4);
        document.addPage(page);
        try (PDPageContentStream content = new PDPageContentStream(document, page)) {
            content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 12);
            content.beginText();
            content.setLeading(18);
            content.newLineAtOffset(72, 760);
            content.showText("Supply contract, page " + number + " of " + pages);
            content.newLine();
            for (int line = 1; line <= 30; line++) {
                content.showText(
                        number + "." + line + "  The supplier delivers what this clause says, on the day it says.");
                content.newLine();
            }
            content.endText();
        }
    }
}
