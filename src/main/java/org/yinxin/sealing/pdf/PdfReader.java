package org.yinxin.sealing.pdf;

import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationWidget;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.apache.pdfbox.pdmodel.interactive.form.PDSignatureField;
import org.jspecify.annotations.Nullable;
import org.yinxin.sealing.plan.PageSize;

/** Reads a file that is to be checked: pages and signature dictionaries, without judging them. */
public final class PdfReader {

    private final PdfLimits limits;

    public PdfReader(PdfLimits limits) {
        this.limits = limits;
    }

    /** @throws PdfRefusedException when the file cannot be read within the limits */
    public PdfContents read(byte[] file) {
        try (PDDocument document = PdfFile.open(file, limits)) {
            List<PageSize> pages = new ArrayList<>();
            Map<COSDictionary, Integer> pageOfWidget = new HashMap<>();
            for (PDPage page : document.getPages()) {
                if (pages.size() == limits.pages()) {
                    throw new PdfRefusedException(PdfRefusal.TOO_MANY_PAGES);
                }
                pages.add(new PageFrame(page).size());
                for (PDAnnotation annotation : page.getAnnotations()) {
                    pageOfWidget.put(annotation.getCOSObject(), pages.size());
                }
            }
            List<FoundSignature> signatures = new ArrayList<>();
            for (PDSignatureField field : document.getSignatureFields()) {
                PDSignature signature = field.getSignature();
                if (signature != null && signature.getCOSObject().containsKey(COSName.CONTENTS)) {
                    signatures.add(found(file, document, field, signature, pageOfWidget));
                }
            }
            signatures.sort(Comparator.comparingLong(FoundSignature::signedUntil));
            return new PdfContents(pages, signatures);
        } catch (PdfRefusedException e) {
            throw e;
        } catch (IOException | RuntimeException | StackOverflowError e) {
            throw new PdfRefusedException(PdfRefusal.BROKEN, e);
        }
    }

    private static FoundSignature found(
            byte[] file,
            PDDocument document,
            PDSignatureField field,
            PDSignature signature,
            Map<COSDictionary, Integer> pageOfWidget) {
        int[] range = signature.getByteRange();
        boolean sound = isSound(file, range);
        long end = range.length == 4 ? (long) range[2] + range[3] : 0;
        Calendar date = signature.getSignDate();
        return new FoundSignature(
                text(field.getFullyQualifiedName()),
                text(signature.getSubFilter()),
                end,
                sound,
                sound && end == file.length,
                signature.getContactInfo(),
                signature.getReason(),
                date == null ? null : date.toInstant(),
                spot(document, field, pageOfWidget));
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }

    /** Two pieces from the first byte on, within the file, and between them nothing but {@code <hex digits>}. */
    private static boolean isSound(byte[] file, int[] range) {
        if (range.length != 4 || range[0] != 0 || range[1] <= 0 || range[2] <= range[1] || range[3] <= 0) {
            return false;
        }
        if ((long) range[2] + range[3] > file.length || file[range[1]] != '<' || file[range[2] - 1] != '>') {
            return false;
        }
        for (int i = range[1] + 1; i < range[2] - 1; i++) {
            if (Character.digit(file[i], 16) < 0 && !Character.isWhitespace(file[i])) {
                return false;
            }
        }
        return true;
    }

    private static FoundSignature.@Nullable Spot spot(
            PDDocument document, PDSignatureField field, Map<COSDictionary, Integer> pageOfWidget) {
        for (PDAnnotationWidget widget : field.getWidgets()) {
            PDRectangle rectangle = widget.getRectangle();
            Integer page = pageOfWidget.get(widget.getCOSObject());
            if (page == null || rectangle == null || rectangle.getWidth() <= 0 || rectangle.getHeight() <= 0) {
                continue;
            }
            Rectangle2D seen = new PageFrame(document.getPage(page - 1)).toSeen(rectangle);
            return new FoundSignature.Spot(page, seen.getX(), seen.getY(), seen.getWidth(), seen.getHeight());
        }
        return null;
    }
}
