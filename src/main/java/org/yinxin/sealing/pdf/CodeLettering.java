package org.yinxin.sealing.pdf;

import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.font.PDFont;

/**
 * The use code as outlines: without a font, no reader can show it in another face or refuse the file for a missing one.
 */
final class CodeLettering {

    private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";
    private static final double LETTER_SPACING = 0.06;
    private static final TrueTypeFont FACE = load();

    private CodeLettering() {}

    /** The text's outlines with y downwards, as wide as it can be within the box and centred in it. */
    static synchronized Path2D outlines(String text, Rectangle2D box) {
        try {
            Path2D line = new Path2D.Double(Path2D.WIND_NON_ZERO);
            double em = FACE.getUnitsPerEm();
            double x = 0;
            for (int i = 0; i < text.length(); i++) {
                int glyph = FACE.getUnicodeCmapLookup().getGlyphId(text.charAt(i));
                AffineTransform at = new AffineTransform(1 / em, 0, 0, -1 / em, x, 0);
                if (FACE.getGlyph().getGlyph(glyph) != null) {
                    line.append(
                            at.createTransformedShape(
                                    FACE.getGlyph().getGlyph(glyph).getPath()),
                            false);
                }
                x += FACE.getAdvanceWidth(glyph) / em + LETTER_SPACING;
            }
            Rectangle2D ink = line.getBounds2D();
            double size = Math.min(box.getWidth() / ink.getWidth(), box.getHeight() / ink.getHeight());
            AffineTransform fit = new AffineTransform();
            fit.translate(box.getCenterX(), box.getCenterY());
            fit.scale(size, size);
            fit.translate(-ink.getCenterX(), -ink.getCenterY());
            line.transform(fit);
            return line;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static TrueTypeFont load() {
        try (InputStream font = Objects.requireNonNull(PDFont.class.getResourceAsStream(FONT))) {
            return new TTFParser().parse(new RandomAccessReadBuffer(font));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
