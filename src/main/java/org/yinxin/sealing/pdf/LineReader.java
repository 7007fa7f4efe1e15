package org.yinxin.sealing.pdf;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.jspecify.annotations.Nullable;

/** Reads the lines of a page in the order of reading; gives up on pages that go on for too long. */
final class LineReader extends PDFTextStripper {

    private static final double WIDEST_GAP = 6;

    private final long deadline;
    private final List<TextLine> lines = new ArrayList<>();
    private TextLine line = new TextLine();
    private @Nullable TextPosition before;

    LineReader(long deadline) {
        this.deadline = deadline;
        setSortByPosition(true);
        setSuppressDuplicateOverlappingText(true);
    }

    List<TextLine> read(PDDocument document, int page) throws IOException {
        lines.clear();
        setStartPage(page);
        setEndPage(page);
        writeText(document, Writer.nullWriter());
        endLine();
        return List.copyOf(lines);
    }

    @Override
    protected void writeString(String text, List<TextPosition> glyphs) {
        for (TextPosition glyph : glyphs) {
            if (before != null && isFarFrom(before, glyph)) {
                endLine();
            }
            line.add(glyph);
            before = glyph;
        }
    }

    @Override
    protected void writeLineSeparator() {
        endLine();
    }

    @Override
    protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
        if (System.nanoTime() > deadline) {
            throw new PdfRefusedException(PdfRefusal.TOO_COMPLEX);
        }
        super.processOperator(operator, operands);
    }

    /** Another column, not a word spaced out. */
    private static boolean isFarFrom(TextPosition before, TextPosition glyph) {
        double gap = glyph.getXDirAdj() - before.getXDirAdj() - before.getWidthDirAdj();
        return Math.abs(gap) > WIDEST_GAP * Math.max(before.getFontSizeInPt(), 1);
    }

    private void endLine() {
        if (!line.isEmpty()) {
            lines.add(line);
        }
        line = new TextLine();
        before = null;
    }
}
