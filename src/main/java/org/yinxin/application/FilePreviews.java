package org.yinxin.application;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.springframework.stereotype.Component;
import org.yinxin.site.NotFoundException;

/** Opens supporting files for reading; pages of a PDF become pictures, so that nobody's browser runs what is in it. */
@Component
public class FilePreviews {

    private static final int LONGER_SIDE = 1400;

    private final SupportingFiles files;

    /** Drawing a page takes memory by the megabyte: a few at a time, however many ask. */
    private final Semaphore drawing = new Semaphore(2);

    FilePreviews(SupportingFiles files) {
        this.files = files;
    }

    public byte[] content(SupportingFile file) {
        return files.content(file.id());
    }

    /** Page 1, 2, … of a PDF as a PNG picture. */
    public byte[] page(SupportingFile file, int page) {
        if (file.type() != FileType.PDF || page < 1 || page > file.pages()) {
            throw new NotFoundException("page " + page + " of file " + file.id());
        }
        drawing.acquireUninterruptibly();
        try {
            return draw(file.id(), page - 1);
        } finally {
            drawing.release();
        }
    }

    private byte[] draw(UUID id, int index) {
        try (PDDocument document =
                Loader.loadPDF(files.content(id), "", null, null, IOUtils.createMemoryOnlyStreamCache())) {
            PDRectangle box = document.getPage(index).getCropBox();
            float scale = LONGER_SIDE / Math.max(1f, Math.max(box.getWidth(), box.getHeight()));
            BufferedImage picture = new PDFRenderer(document).renderImage(index, scale, ImageType.RGB);
            ByteArrayOutputStream png = new ByteArrayOutputStream();
            ImageIO.write(picture, "png", png);
            return png.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
