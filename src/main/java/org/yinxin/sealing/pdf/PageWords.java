package org.yinxin.sealing.pdf;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/** The words of a page in the order of reading, for those who listen instead of look; bounded in time and length. */
public final class PageWords {

    private static final int MOST_CHARACTERS = 200_000;

    private final PdfLimits limits;
    private final Duration patience;

    public PageWords(PdfLimits limits, Duration patience) {
        this.limits = limits;
        this.patience = patience;
    }

    /**
     * @param page counted from 1
     * @throws PdfRefusedException when there is no such page, or it cannot be read within the bounds
     */
    public String of(byte[] file, int page) {
        try (PDDocument document = PdfFile.open(file, limits)) {
            if (page < 1 || page > Math.min(document.getNumberOfPages(), limits.pages())) {
                throw new PdfRefusedException(PdfRefusal.NO_PAGES);
            }
            PDFTextStripper reader = new PatientReader(System.nanoTime() + patience.toNanos());
            reader.setSortByPosition(true);
            reader.setLineSeparator("\n");
            reader.setStartPage(page);
            reader.setEndPage(page);
            return reader.getText(document).strip();
        } catch (PdfRefusedException e) {
            throw e;
        } catch (IOException | RuntimeException | StackOverflowError | OutOfMemoryError e) {
            throw new PdfRefusedException(PdfRefusal.BROKEN, e);
        }
    }

    private static final class PatientReader extends PDFTextStripper {

        private final long deadline;
        private int characters;

        PatientReader(long deadline) {
            this.deadline = deadline;
        }

        @Override
        protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
            check(System.nanoTime() - deadline <= 0);
            super.processOperator(operator, operands);
        }

        @Override
        protected void processTextPosition(TextPosition text) {
            check(++characters <= MOST_CHARACTERS);
            super.processTextPosition(text);
        }

        private static void check(boolean within) {
            if (!within) {
                throw new PdfRefusedException(PdfRefusal.TOO_COMPLEX);
            }
        }
    }
}
