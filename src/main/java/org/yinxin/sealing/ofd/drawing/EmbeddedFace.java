package org.yinxin.sealing.ofd.drawing;

import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.fontbox.cff.CFFCIDFont;
import org.apache.fontbox.cff.CFFFont;
import org.apache.fontbox.cff.CFFParser;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.GlyphData;
import org.apache.fontbox.ttf.OTFParser;
import org.apache.fontbox.ttf.OpenTypeFont;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.jspecify.annotations.Nullable;

/** A font that the document brings along: TrueType, OpenType or bare CFF, all of them untrusted. */
final class EmbeddedFace implements Face {

    private static final int LARGEST = 48 * 1024 * 1024;
    /** More than any real glyph has; composite glyphs can multiply their parts without end. */
    private static final int MOST_POINTS = 30_000;

    private final @Nullable TrueTypeFont trueType;
    private final @Nullable CFFFont cff;
    private final @Nullable CmapLookup characters;
    private final double scale;
    private final Map<Integer, Path2D> outlines = new HashMap<>();

    private EmbeddedFace(@Nullable TrueTypeFont trueType, @Nullable CFFFont cff) throws IOException {
        this.trueType = trueType;
        this.cff = cff;
        this.characters = trueType == null ? null : characters(trueType);
        this.scale = trueType != null ? 1.0 / Math.max(1, trueType.getUnitsPerEm()) : matrixScale(cff);
    }

    /** @return empty when the bytes are no font that can be drawn */
    static Optional<EmbeddedFace> read(byte[] file) {
        if (file.length < 12 || file.length > LARGEST) {
            return Optional.empty();
        }
        try {
            int tag = (file[0] & 0xff) << 24 | (file[1] & 0xff) << 16 | (file[2] & 0xff) << 8 | file[3] & 0xff;
            if (tag == 0x4f54544f) {
                OpenTypeFont font = new OTFParser(true).parse(new RandomAccessReadBuffer(file));
                return Optional.of(
                        font.isPostScript()
                                ? new EmbeddedFace(font, font.getCFF().getFont())
                                : new EmbeddedFace(font, null));
            }
            if (tag == 0x00010000 || tag == 0x74727565) {
                return Optional.of(new EmbeddedFace(new TTFParser(true).parse(new RandomAccessReadBuffer(file)), null));
            }
            if (file[0] == 1) {
                return Optional.of(new EmbeddedFace(
                        null,
                        new CFFParser().parse(new RandomAccessReadBuffer(file)).getFirst()));
            }
            return Optional.empty();
        } catch (IOException | RuntimeException | StackOverflowError e) {
            return Optional.empty();
        }
    }

    @Override
    public int glyph(int codePoint) {
        return characters == null ? 0 : characters.getGlyphId(codePoint);
    }

    @Override
    public Path2D outline(int glyph) {
        return outlines.computeIfAbsent(glyph, this::draw);
    }

    @Override
    public double advance(int glyph) {
        try {
            if (trueType != null) {
                return trueType.getAdvanceWidth(glyph) * scale;
            }
            if (cff == null) {
                return 0;
            }
            CharStringCost.check(cff, glyph);
            return cff.getType2CharString(selector(cff, glyph)).getWidth() * scale;
        } catch (IOException | RuntimeException | StackOverflowError e) {
            return 0.5;
        }
    }

    @Override
    public boolean embedded() {
        return true;
    }

    private Path2D draw(int glyph) {
        try {
            return new Path2D.Float(path(glyph), AffineTransform.getScaleInstance(scale, scale));
        } catch (IOException | RuntimeException | StackOverflowError e) {
            return new Path2D.Float();
        }
    }

    private Path2D path(int glyph) throws IOException {
        if (cff != null) {
            CharStringCost.check(cff, glyph);
            return cff.getType2CharString(selector(cff, glyph)).getPath();
        }
        GlyphData data = trueType == null ? null : trueType.getGlyph().getGlyph(glyph);
        if (data == null) {
            return new Path2D.Float();
        }
        int points = data.getDescription() == null ? 0 : data.getDescription().getPointCount();
        return points < 0 || points > MOST_POINTS ? new Path2D.Float() : data.getPath();
    }

    /** The library asks CID-keyed fonts by character identifier, the document says glyph numbers. */
    private static int selector(CFFFont font, int glyph) {
        return font instanceof CFFCIDFont cid ? cid.getCharset().getCIDForGID(glyph) : glyph;
    }

    private static @Nullable CmapLookup characters(TrueTypeFont font) {
        try {
            return font.getUnicodeCmapLookup(false);
        } catch (IOException | RuntimeException e) {
            return null;
        }
    }

    private static double matrixScale(@Nullable CFFFont font) throws IOException {
        double given = font == null ? 0 : font.getFontMatrix().getFirst().doubleValue();
        return given > 1e-6 && given < 1 ? given : 0.001;
    }
}
