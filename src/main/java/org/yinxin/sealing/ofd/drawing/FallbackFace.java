package org.yinxin.sealing.ofd.drawing;

import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.GlyphData;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/** Noto Serif SC, for text whose own font is not in the document: no empty boxes for Chinese or Latin. */
final class FallbackFace implements Face {

    private static final String RESOURCE = "/fonts/NotoSerifSC-Regular.ttf";

    private final TrueTypeFont font;
    private final CmapLookup characters;
    private final double unitsPerEm;
    private final Map<Integer, Path2D> outlines = new ConcurrentHashMap<>();

    private FallbackFace() {
        try (InputStream file = FallbackFace.class.getResourceAsStream(RESOURCE)) {
            if (file == null) {
                throw new IllegalStateException("The font " + RESOURCE + " is missing from the application");
            }
            font = new TTFParser().parse(new RandomAccessReadBuffer(file.readAllBytes()));
            characters = font.getUnicodeCmapLookup();
            unitsPerEm = font.getUnitsPerEm();
        } catch (IOException e) {
            throw new UncheckedIOException("The font " + RESOURCE + " cannot be read", e);
        }
    }

    static FallbackFace get() {
        return Holder.FACE;
    }

    @Override
    public int glyph(int codePoint) {
        return characters.getGlyphId(codePoint);
    }

    @Override
    public Path2D outline(int glyph) {
        return outlines.computeIfAbsent(glyph, this::read);
    }

    @Override
    public double advance(int glyph) {
        try {
            return font.getAdvanceWidth(glyph) / unitsPerEm;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public boolean embedded() {
        return false;
    }

    /** Locked because the font's tables are read lazily from one shared position. */
    private synchronized Path2D read(int glyph) {
        try {
            GlyphData data = font.getGlyph().getGlyph(glyph);
            return data == null
                    ? new Path2D.Float()
                    : new Path2D.Float(
                            data.getPath(), AffineTransform.getScaleInstance(1 / unitsPerEm, 1 / unitsPerEm));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Holder {
        private static final FallbackFace FACE = new FallbackFace();
    }
}
