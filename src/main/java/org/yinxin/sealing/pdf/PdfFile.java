package org.yinxin.sealing.pdf;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentCatalog;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;

/** Opens files of strangers: refuses by size, kind and what they unpack to before PDFBox sees them. */
public final class PdfFile {

    private static final int HEADER_WITHIN = 1_024;

    private PdfFile() {}

    /** @throws PdfRefusedException when the file is no document that can be opened within the limits */
    static PDDocument open(byte[] file, PdfLimits limits) {
        return open(file, limits, false, false);
    }

    /**
     * As {@link #open}, also where the file is protected with an empty password: everybody may read it.
     *
     * @throws PdfRefusedException when the file is no document that can be opened within the limits
     */
    public static PDDocument openToRead(byte[] file, PdfLimits limits) {
        return open(file, limits, true, false);
    }

    /**
     * As {@link #openToRead} for somebody who unpacks nothing of the document but its store of validation data.
     *
     * @throws PdfRefusedException when the file is no document that can be opened within the limits
     */
    public static PDDocument openToVerify(byte[] file, PdfLimits limits) {
        return open(file, limits, true, true);
    }

    private static PDDocument open(byte[] file, PdfLimits limits, boolean protectedToo, boolean unpacksLittle) {
        checkSizeAndKind(file, limits);
        UnpackingGuard.check(file, limits);
        try {
            PDDocument document = Loader.loadPDF(file);
            try {
                if (document.isEncrypted() && !protectedToo) {
                    throw new PdfRefusedException(PdfRefusal.ENCRYPTED);
                }
                boolean plain = unpacksLittle && !document.isEncrypted() && !hasStore(document);
                if (!plain || document.getDocument().getXrefTable().size() > limits.objects()) {
                    PackedStreams.check(document.getDocument(), limits);
                }
                return document;
            } catch (RuntimeException | StackOverflowError e) {
                document.close();
                throw e;
            }
        } catch (InvalidPasswordException e) {
            throw new PdfRefusedException(PdfRefusal.ENCRYPTED, e);
        } catch (PdfRefusedException e) {
            throw e;
        } catch (IOException | RuntimeException | StackOverflowError e) {
            // Deeply nested arrays overflow the parser's stack: the file's fault, not the machine's.
            throw new PdfRefusedException(PdfRefusal.BROKEN, e);
        }
    }

    /** Opens again a file that {@link #open} has passed before. */
    public static PDDocument reopen(byte[] file) {
        try {
            return Loader.loadPDF(file);
        } catch (IOException e) {
            throw new PdfRefusedException(PdfRefusal.BROKEN, e);
        }
    }

    /** Opens for stamping a file that {@link #open} has passed before, unless it is of a kind that is not stamped. */
    static PDDocument openToStamp(byte[] file) {
        checkSizeAndKind(file, PdfLimits.standard());
        try {
            PDDocument document = Loader.loadPDF(file);
            if (document.isEncrypted() || isDynamicForm(document)) {
                document.close();
                throw new PdfRefusedException(document.isEncrypted() ? PdfRefusal.ENCRYPTED : PdfRefusal.DYNAMIC_FORM);
            }
            return document;
        } catch (InvalidPasswordException e) {
            throw new PdfRefusedException(PdfRefusal.ENCRYPTED, e);
        } catch (PdfRefusedException e) {
            throw e;
        } catch (IOException | RuntimeException | StackOverflowError e) {
            throw new PdfRefusedException(PdfRefusal.BROKEN, e);
        }
    }

    private static boolean hasStore(PDDocument document) {
        return document.getDocumentCatalog().getCOSObject().containsKey("DSS");
    }

    static boolean isDynamicForm(PDDocument document) {
        PDDocumentCatalog catalog = document.getDocumentCatalog();
        return catalog.getAcroForm(null) != null && catalog.getAcroForm(null).hasXFA();
    }

    private static void checkSizeAndKind(byte[] file, PdfLimits limits) {
        if (file.length == 0) {
            throw new PdfRefusedException(PdfRefusal.EMPTY);
        }
        if (file.length > limits.fileBytes()) {
            throw new PdfRefusedException(PdfRefusal.TOO_LARGE);
        }
        String head = new String(file, 0, Math.min(file.length, HEADER_WITHIN), StandardCharsets.ISO_8859_1);
        if (!head.contains("%PDF-")) {
            throw new PdfRefusedException(PdfRefusal.NOT_PDF);
        }
    }
}
