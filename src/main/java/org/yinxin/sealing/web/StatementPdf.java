package org.yinxin.sealing.web;

import java.awt.Color;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** The statement of a use book on A4 pages, in the reader's language, with the checkable file attached. */
record StatementPdf(
        String title,
        String says,
        List<Fact> facts,
        List<String> columns,
        List<List<String>> rows,
        List<String> notes) {

    /** Joined letters would be copied out of a hash as letters that it does not have. */
    private static final String BETWEEN_LIGATURES = "(?<=f)(?=[fil])";

    private static final float MM = 72 / 25.4f;
    private static final float LEFT = 20 * MM;
    private static final float WIDTH = 170 * MM;
    private static final float TOP = 272 * MM;
    private static final float BOTTOM = 20 * MM;
    private static final float[] COLUMNS = {0, 18 * MM, 62 * MM, 116 * MM};
    private static final Color INK = new Color(0x1a1f2b);
    private static final Color SOFT = new Color(0x4a5160);
    private static final Color BLUE = new Color(0x17375e);

    /** One fact about the statement. */
    record Fact(String label, String value) {}

    byte[] draw(byte[] attachment, String name, String language) {
        try (PDDocument document = new PDDocument();
                InputStream file = StatementPdf.class.getResourceAsStream("/fonts/NotoSerifSC-SemiBold.ttf")) {
            document.getDocumentInformation().setTitle(title);
            document.getDocumentCatalog().setLanguage(language);
            attach(document, attachment, name);
            Writing writing = new Writing(document, PDType0Font.load(document, file, true));
            write(writing);
            writing.close();
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(Writing writing) throws IOException {
        writing.line(0, title, 20, BLUE, 11);
        writing.paragraph(says, 13, INK, 8);
        writing.skip(3);
        for (Fact fact : facts) {
            writing.line(0, fact.label(), 9, SOFT, 0);
            writing.paragraphAt(45 * MM, fact.value(), 9, INK, 5);
        }
        writing.skip(4);
        for (String note : notes) {
            writing.paragraph(note, 9, SOFT, 5);
        }
        writing.skip(4);
        row(writing, columns, SOFT);
        for (List<String> row : rows) {
            row(writing, row, INK);
        }
    }

    private static void row(Writing writing, List<String> cells, Color colour) throws IOException {
        writing.room(6);
        for (int i = 0; i < cells.size(); i++) {
            writing.line(COLUMNS[i], cells.get(i), 8.5f, colour, i == cells.size() - 1 ? 5.5f : 0);
        }
    }

    private static void attach(PDDocument document, byte[] content, String name) throws IOException {
        PDEmbeddedFile embedded = new PDEmbeddedFile(document, new ByteArrayInputStream(content));
        embedded.setSubtype("application/json");
        embedded.setSize(content.length);
        PDComplexFileSpecification specification = new PDComplexFileSpecification();
        specification.setFile(name);
        specification.setFileUnicode(name);
        specification.setEmbeddedFile(embedded);
        PDEmbeddedFilesNameTreeNode tree = new PDEmbeddedFilesNameTreeNode();
        tree.setNames(Map.of(name, specification));
        PDDocumentNameDictionary names = new PDDocumentNameDictionary(document.getDocumentCatalog());
        names.setEmbeddedFiles(tree);
        document.getDocumentCatalog().setNames(names);
    }

    /** Writes from top to bottom and turns the page where it is full. */
    private static final class Writing {

        private final PDDocument document;
        private final PDFont font;
        private PDPageContentStream pen;
        private float y = TOP;

        private Writing(PDDocument document, PDFont font) throws IOException {
            this.document = document;
            this.font = font;
            this.pen = page();
        }

        private PDPageContentStream page() throws IOException {
            PDPage page = new PDPage(PDRectangle.A4);
            document.addPage(page);
            y = TOP;
            return new PDPageContentStream(document, page);
        }

        private void room(float millimetres) throws IOException {
            if (y - millimetres * MM < BOTTOM) {
                pen.close();
                pen = page();
            }
        }

        private void skip(float millimetres) {
            y -= millimetres * MM;
        }

        private void line(float x, String text, float size, Color colour, float down) throws IOException {
            pen.setNonStrokingColor(colour);
            pen.beginText();
            pen.setFont(font, size);
            pen.newLineAtOffset(LEFT + x, y);
            for (String piece : text.split(BETWEEN_LIGATURES)) {
                pen.showText(piece);
            }
            pen.endText();
            skip(down);
        }

        private void paragraph(String text, float size, Color colour, float down) throws IOException {
            paragraphAt(0, text, size, colour, down);
        }

        private void paragraphAt(float x, String text, float size, Color colour, float down) throws IOException {
            for (String part : broken(text, size, WIDTH - x)) {
                room(down);
                line(x, part, size, colour, down);
            }
        }

        private List<String> broken(String text, float size, float available) throws IOException {
            List<String> lines = new ArrayList<>();
            String rest = text;
            while (font.getStringWidth(rest) / 1000 * size > available) {
                int fits = rest.length();
                while (font.getStringWidth(rest.substring(0, fits)) / 1000 * size > available) {
                    fits--;
                }
                int blank = rest.lastIndexOf(' ', fits);
                int cut = blank > 0 ? blank : fits;
                lines.add(rest.substring(0, cut));
                rest = rest.substring(cut).strip();
            }
            lines.add(rest);
            return lines;
        }

        private void close() throws IOException {
            pen.close();
        }
    }
}
