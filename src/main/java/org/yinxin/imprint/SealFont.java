package org.yinxin.imprint;

import java.awt.geom.GeneralPath;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.GlyphData;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/** The outlines of the font on seals, read without AWT's fonts, which need a fontconfig that servers lack. */
final class SealFont {

    private static final String RESOURCE = "/fonts/NotoSerifSC-SemiBold.ttf";

    private final TrueTypeFont font;
    private final CmapLookup characters;
    private final double unitsPerEm;

    private SealFont() {
        try (InputStream file = SealFont.class.getResourceAsStream(RESOURCE)) {
            if (file == null) {
                throw new IllegalStateException("The seal font " + RESOURCE + " is missing from the application");
            }
            font = new TTFParser().parse(new RandomAccessReadBuffer(file.readAllBytes()));
            characters = font.getUnicodeCmapLookup();
            unitsPerEm = font.getUnitsPerEm();
        } catch (IOException e) {
            throw new UncheckedIOException("The seal font cannot be read", e);
        }
    }

    static SealFont get() {
        return Holder.FONT;
    }

    /** Locked because the font's tables are read lazily from one shared position. */
    synchronized Glyph glyph(int codePoint, String text) {
        int id = characters.getGlyphId(codePoint);
        if (id == 0) {
            throw new GlyphMissingException(codePoint, text);
        }
        try {
            GlyphData data = font.getGlyph().getGlyph(id);
            GeneralPath outline = data == null ? new GeneralPath() : data.getPath();
            return new Glyph(outline, font.getAdvanceWidth(id) / unitsPerEm, unitsPerEm);
        } catch (IOException e) {
            throw new UncheckedIOException("The seal font cannot be read", e);
        }
    }

    /** An outline in font units with the y axis upwards, and its advance in em. */
    record Glyph(GeneralPath outline, double advance, double unitsPerEm) {}

    private static final class Holder {
        private static final SealFont FONT = new SealFont();
    }
}
