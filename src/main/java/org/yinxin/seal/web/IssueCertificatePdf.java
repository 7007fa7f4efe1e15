package org.yinxin.seal.web;

import java.awt.Color;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.yinxin.site.QrCode;

/** The certificate of issue as one A4 page, its font embedded in part, the imprint at true size. */
final class IssueCertificatePdf {

    private static final float MM = 72 / 25.4f;
    private static final float LEFT = 25 * MM;
    private static final float WIDTH = 160 * MM;
    private static final float VALUES = LEFT + 52 * MM;
    private static final Color INK = new Color(0x1a1f2b);
    private static final Color SOFT = new Color(0x4a5160);
    private static final Color BLUE = new Color(0x17375e);

    /** Signs that never begin a line. */
    private static final String CLOSING = "。，、；：！？）》”";

    private final PDPageContentStream pen;
    private final PDFont font;

    private IssueCertificatePdf(PDPageContentStream pen, PDFont font) {
        this.pen = pen;
        this.font = font;
    }

    static byte[] of(
            IssueCertificate certificate, byte[] imprintPng, double widthMm, double heightMm, String language) {
        try (PDDocument document = new PDDocument();
                InputStream file = IssueCertificatePdf.class.getResourceAsStream("/fonts/NotoSerifSC-SemiBold.ttf")) {
            PDFont font = PDType0Font.load(document, file, true);
            document.getDocumentInformation().setTitle(certificate.title());
            document.getDocumentCatalog().setLanguage(language);
            PDPage page = new PDPage(PDRectangle.A4);
            document.addPage(page);
            PDImageXObject imprint = PDImageXObject.createFromByteArray(document, imprintPng, "imprint");
            try (PDPageContentStream pen = new PDPageContentStream(document, page)) {
                new IssueCertificatePdf(pen, font)
                        .draw(certificate, imprint, (float) widthMm * MM, (float) heightMm * MM);
            }
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void draw(IssueCertificate certificate, PDImageXObject imprint, float width, float height)
            throws IOException {
        frame();
        centred(certificate.title(), 26, 256 * MM, BLUE);
        float y = 240 * MM;
        for (String line : lines(certificate.statement(), 11, WIDTH)) {
            centred(line, 11, y, SOFT);
            y -= 6 * MM;
        }
        y -= 6 * MM;
        for (IssueCertificate.Row row : certificate.rows()) {
            y = row(row, y);
        }
        pen.drawImage(imprint, LEFT + WIDTH - width, 56 * MM, width, height);
        qr(QrCode.of(certificate.address()), LEFT, 62 * MM, 34 * MM);
        text(certificate.check(), 10, LEFT, 56 * MM, SOFT);
        text(certificate.address(), 10, LEFT, 51 * MM, INK);
        y = 38 * MM;
        for (String line : lines(certificate.note(), 9, WIDTH)) {
            text(line, 9, LEFT, y, SOFT);
            y -= 5 * MM;
        }
    }

    private void frame() throws IOException {
        pen.setStrokingColor(BLUE);
        pen.setLineWidth(1.2f);
        pen.addRect(14 * MM, 14 * MM, 182 * MM, 269 * MM);
        pen.stroke();
        pen.setLineWidth(0.4f);
        pen.addRect(16 * MM, 16 * MM, 178 * MM, 265 * MM);
        pen.stroke();
    }

    private float row(IssueCertificate.Row row, float from) throws IOException {
        float y = from;
        List<String> labels = lines(row.label(), 10.5f, VALUES - LEFT - 4 * MM);
        List<String> values = lines(row.value(), 12, LEFT + WIDTH - VALUES);
        for (int i = 0; i < Math.max(labels.size(), values.size()); i++) {
            if (i < labels.size()) {
                text(labels.get(i), 10.5f, LEFT, y, SOFT);
            }
            if (i < values.size()) {
                text(values.get(i), 12, VALUES, y, INK);
            }
            y -= 6 * MM;
        }
        pen.setStrokingColor(new Color(0xc3c9d3));
        pen.setLineWidth(0.4f);
        pen.moveTo(LEFT, y + 3 * MM);
        pen.lineTo(LEFT + WIDTH, y + 3 * MM);
        pen.stroke();
        return y - 2.4f * MM;
    }

    private void qr(QrCode code, float x, float y, float side) throws IOException {
        float module = side / code.size();
        pen.setNonStrokingColor(Color.BLACK);
        for (int row = 0; row < code.size(); row++) {
            for (int column = 0; column < code.size(); column++) {
                if (code.modules().get(column, row)) {
                    pen.addRect(x + column * module, y + side - (row + 1) * module, module, module);
                }
            }
        }
        pen.fill();
    }

    private void centred(String text, float size, float y, Color colour) throws IOException {
        text(text, size, LEFT + (WIDTH - width(text, size)) / 2, y, colour);
    }

    private void text(String text, float size, float x, float y, Color colour) throws IOException {
        pen.setNonStrokingColor(colour);
        pen.beginText();
        pen.setFont(font, size);
        pen.newLineAtOffset(x, y);
        pen.showText(text);
        pen.endText();
    }

    private float width(String text, float size) throws IOException {
        return font.getStringWidth(text) / 1000 * size;
    }

    /** Breaks at blanks where there are some, within Chinese text anywhere. */
    private List<String> lines(String text, float size, float available) throws IOException {
        List<String> lines = new ArrayList<>();
        String rest = text;
        while (width(rest, size) > available) {
            int fits = rest.length();
            while (width(rest.substring(0, fits), size) > available) {
                fits--;
            }
            int blank = rest.lastIndexOf(' ', fits);
            int cut = blank > 0 ? blank : fits;
            if (CLOSING.indexOf(rest.charAt(cut)) >= 0) {
                cut--;
            }
            lines.add(rest.substring(0, cut));
            rest = rest.substring(cut).strip();
        }
        lines.add(rest);
        return lines;
    }
}
