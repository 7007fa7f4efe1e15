package org.yinxin.sealing.pdf;

import java.awt.geom.Rectangle2D;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.pdfbox.text.TextPosition;
import org.apache.pdfbox.util.Matrix;

/** One line of a page's text, letter by letter with the glyph that each comes from. */
final class TextLine {

    /** Below and above the base line, as parts of the font's size. */
    private static final double DESCENT = 0.12;

    private static final double ASCENT = 0.88;

    private final StringBuilder letters = new StringBuilder();
    private final List<TextPosition> glyphs = new ArrayList<>();

    /** Compatible letters made one (full width and half, ligatures, radicals), in one case, without blanks. */
    static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[\\s\\p{Z}\\p{Cc}\\p{Cf}]+", "");
    }

    void add(TextPosition glyph) {
        String plain = glyph.getUnicode() == null ? "" : plain(glyph.getUnicode());
        letters.append(plain);
        for (int i = 0; i < plain.length(); i++) {
            glyphs.add(glyph);
        }
    }

    boolean isEmpty() {
        return glyphs.isEmpty();
    }

    /** Where the plain word stands, in user space from the crop box's lower left corner. */
    List<Rectangle2D> find(String plain) {
        List<Rectangle2D> boxes = new ArrayList<>();
        int at = letters.indexOf(plain);
        while (at >= 0) {
            boxes.add(glyphs.subList(at, at + plain.length()).stream()
                    .map(TextLine::box)
                    .reduce(Rectangle2D::createUnion)
                    .orElseThrow());
            at = letters.indexOf(plain, at + plain.length());
        }
        return boxes;
    }

    private static Rectangle2D box(TextPosition glyph) {
        Matrix matrix = glyph.getTextMatrix();
        double upX = matrix.getShearX();
        double upY = matrix.getScaleY();
        Rectangle2D box = new Rectangle2D.Double(matrix.getTranslateX(), matrix.getTranslateY(), 0, 0);
        for (double up : new double[] {-DESCENT, ASCENT}) {
            box.add(matrix.getTranslateX() + up * upX, matrix.getTranslateY() + up * upY);
            box.add(glyph.getEndX() + up * upX, glyph.getEndY() + up * upY);
        }
        return box;
    }
}
