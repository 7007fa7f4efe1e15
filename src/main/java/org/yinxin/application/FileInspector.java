package org.yinxin.application;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.yinxin.application.FileCheck.Accepted;
import org.yinxin.application.FileCheck.Reason;
import org.yinxin.application.FileCheck.Refused;

/** Looks into an uploaded file: its name and the browser's word for its type count for nothing. */
public final class FileInspector {

    /** The largest file that is taken, in bytes. */
    public static final int LIMIT = 10 * 1024 * 1024;

    private static final int MOST_PAGES = 100;
    private static final int MOST_PIXELS_A_SIDE = 20_000;

    private static final byte[] PDF = {'%', 'P', 'D', 'F', '-'};
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    private static final byte[] JPEG = {(byte) 0xff, (byte) 0xd8, (byte) 0xff};

    private FileInspector() {}

    public static FileCheck inspect(byte[] content) {
        if (content.length == 0) {
            return new Refused(Reason.EMPTY);
        }
        if (content.length > LIMIT) {
            return new Refused(Reason.TOO_LARGE);
        }
        if (startsWith(content, PDF)) {
            return pdf(content);
        }
        if (startsWith(content, PNG)) {
            return picture(content, FileType.PNG);
        }
        if (startsWith(content, JPEG)) {
            return picture(content, FileType.JPEG);
        }
        return new Refused(Reason.WRONG_TYPE);
    }

    private static FileCheck pdf(byte[] content) {
        try (PDDocument document = Loader.loadPDF(content, "", null, null, IOUtils.createMemoryOnlyStreamCache())) {
            int pages = document.getNumberOfPages();
            if (document.isEncrypted()) {
                return new Refused(Reason.ENCRYPTED);
            }
            if (pages == 0) {
                return new Refused(Reason.BROKEN);
            }
            return pages > MOST_PAGES ? new Refused(Reason.TOO_MANY_PAGES) : new Accepted(FileType.PDF, pages);
        } catch (InvalidPasswordException e) {
            return new Refused(Reason.ENCRYPTED);
        } catch (IOException | RuntimeException e) {
            // PDFBox throws unchecked exceptions too on crafted files
            return new Refused(Reason.BROKEN);
        }
    }

    private static FileCheck picture(byte[] content, FileType type) {
        Iterator<ImageReader> readers = ImageIO.getImageReadersByMIMEType(type.mediaType());
        ImageReader reader = readers.next();
        try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(content))) {
            reader.setInput(in, true, true);
            int width = reader.getWidth(0);
            int height = reader.getHeight(0);
            boolean sensible = width > 0 && height > 0 && width <= MOST_PIXELS_A_SIDE && height <= MOST_PIXELS_A_SIDE;
            return sensible ? new Accepted(type, 1) : new Refused(Reason.BROKEN);
        } catch (IOException | RuntimeException e) {
            return new Refused(Reason.BROKEN);
        } finally {
            reader.dispose();
        }
    }

    private static boolean startsWith(byte[] content, byte[] magic) {
        if (content.length < magic.length) {
            return false;
        }
        for (int i = 0; i < magic.length; i++) {
            if (content[i] != magic[i]) {
                return false;
            }
        }
        return true;
    }
}
