package org.yinxin.sealing.pdf;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import javax.imageio.ImageIO;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.graphics.image.PDImage;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.rendering.PageDrawer;
import org.apache.pdfbox.rendering.PageDrawerParameters;
import org.yinxin.sealing.plan.PageSize;

/** Draws pages as PNG pictures, bounded in size, in time and in the pictures that the page itself may hold. */
public final class PageRenderer {

    private static final int MAX_SIDE = 2_000;
    private static final long MAX_PICTURE = 60_000_000;

    private final PdfLimits limits;
    private final Duration patience;

    public PageRenderer(PdfLimits limits, Duration patience) {
        this.limits = limits;
        this.patience = patience;
    }

    /**
     * @param page counted from 1
     * @param widthPixels of the picture; its height follows the page
     * @throws PdfRefusedException when there is no such page, or it cannot be drawn within the bounds
     */
    public byte[] png(byte[] file, int page, int widthPixels) {
        return png(picture(file, page, widthPixels));
    }

    /** @throws PdfRefusedException when there is no such page, or it cannot be drawn within the bounds */
    public BufferedImage picture(byte[] file, int page, int widthPixels) {
        // Everybody may look at a document whose password is empty.
        try (PDDocument document = PdfFile.openToRead(file, limits)) {
            if (page < 1 || page > Math.min(document.getNumberOfPages(), limits.pages())) {
                throw new PdfRefusedException(PdfRefusal.NO_PAGES);
            }
            PageSize size = new PageFrame(document.getPage(page - 1)).size();
            double scale = scale(size, widthPixels);
            PatientRenderer renderer = new PatientRenderer(document, System.nanoTime() + patience.toNanos());
            renderer.setSubsamplingAllowed(true);
            return renderer.renderImage(page - 1, (float) scale, ImageType.RGB);
        } catch (PdfRefusedException e) {
            throw e;
        } catch (IOException | RuntimeException | StackOverflowError | OutOfMemoryError e) {
            throw new PdfRefusedException(PdfRefusal.BROKEN, e);
        }
    }

    public static byte[] png(BufferedImage picture) {
        try {
            ByteArrayOutputStream png = new ByteArrayOutputStream(1 << 16);
            ImageIO.write(picture, "png", png);
            return png.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static double scale(PageSize size, int widthPixels) {
        double widthPoints = size.widthMm() * 72 / 25.4;
        double heightPoints = size.heightMm() * 72 / 25.4;
        double wanted = Math.min(widthPixels, MAX_SIDE) / widthPoints;
        return Math.min(wanted, MAX_SIDE / Math.max(widthPoints, heightPoints));
    }

    /** Gives up on a page whose drawing instructions go on for too long. */
    private static final class PatientRenderer extends PDFRenderer {

        private final long deadline;

        PatientRenderer(PDDocument document, long deadline) {
            super(document);
            this.deadline = deadline;
        }

        @Override
        protected PageDrawer createPageDrawer(PageDrawerParameters parameters) throws IOException {
            PageDrawer drawer = new PatientDrawer(parameters, deadline);
            drawer.setAnnotationFilter(getAnnotationsFilter());
            return drawer;
        }
    }

    private static final class PatientDrawer extends PageDrawer {

        private final long deadline;

        PatientDrawer(PageDrawerParameters parameters, long deadline) throws IOException {
            super(parameters);
            this.deadline = deadline;
        }

        @Override
        protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
            if (System.nanoTime() > deadline) {
                throw new PdfRefusedException(PdfRefusal.TOO_COMPLEX);
            }
            super.processOperator(operator, operands);
        }

        @Override
        public void drawImage(PDImage image) throws IOException {
            if ((long) image.getWidth() * image.getHeight() > MAX_PICTURE) {
                throw new PdfRefusedException(PdfRefusal.TOO_COMPLEX);
            }
            super.drawImage(image);
        }
    }
}
