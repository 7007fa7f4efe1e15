package org.yinxin.sealing.pdf.verification;

import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationWidget;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.apache.pdfbox.pdmodel.interactive.form.PDSignatureField;
import org.jspecify.annotations.Nullable;
import org.yinxin.sealing.pdf.PageFrame;
import org.yinxin.sealing.pdf.PdfFile;
import org.yinxin.sealing.pdf.PdfLimits;
import org.yinxin.sealing.pdf.PdfRefusal;
import org.yinxin.sealing.pdf.PdfRefusedException;
import org.yinxin.sealing.plan.PageSize;
import org.yinxin.sealing.plan.Spot;

/** Reads a file that is to be checked: pages and signature dictionaries, without judging them. */
public final class PdfReader {

    private final PdfLimits limits;

    public PdfReader(PdfLimits limits) {
        this.limits = limits;
    }

    /** @throws PdfRefusedException when the file cannot be read within the limits */
    public PdfContents read(byte[] file) {
        try (PDDocument document = PdfFile.openToRead(file, limits)) {
            return read(file, document, FileStructure.of(file, document));
        } catch (PdfRefusedException e) {
            throw e;
        } catch (IOException | RuntimeException | StackOverflowError e) {
            throw new PdfRefusedException(PdfRefusal.BROKEN, e);
        }
    }

    PdfContents read(byte[] file, PDDocument document, FileStructure structure) throws IOException {
        List<PageSize> pages = new ArrayList<>();
        Map<COSDictionary, Integer> pageOfWidget = new HashMap<>();
        for (PDPage page : document.getPages()) {
            if (pages.size() == limits.pages()) {
                throw new PdfRefusedException(PdfRefusal.TOO_MANY_PAGES);
            }
            pages.add(new PageFrame(page).size());
            COSArray annotations = page.getCOSObject().getCOSArray(COSName.ANNOTS);
            for (int i = 0; annotations != null && i < annotations.size(); i++) {
                if (annotations.getObject(i) instanceof COSDictionary annotation) {
                    pageOfWidget.put(annotation, pages.size());
                }
            }
        }
        // A seal that stands in several places is one signature that several fields show.
        Map<COSDictionary, FoundSignature> signatures = new LinkedHashMap<>();
        for (PDSignatureField field : document.getSignatureFields()) {
            PDSignature signature = field.getSignature();
            if (signature != null) {
                signatures.merge(
                        signature.getCOSObject(),
                        found(file, document, field, signature, pageOfWidget, structure),
                        FoundSignature::and);
            }
        }
        return new PdfContents(
                pages,
                signatures.values().stream()
                        .sorted(Comparator.comparingLong(FoundSignature::signedUntil))
                        .toList());
    }

    private static FoundSignature found(
            byte[] file,
            PDDocument document,
            PDSignatureField field,
            PDSignature signature,
            Map<COSDictionary, Integer> pageOfWidget,
            FileStructure structure) {
        COSDictionary dictionary = signature.getCOSObject();
        ByteRange range = range(dictionary);
        ByteRange.Fault fault = dictionary.containsKey(COSName.CONTENTS) ? range.fault(file) : ByteRange.Fault.MISSING;
        if (fault == ByteRange.Fault.NONE) {
            COSObjectKey holder = holder(field.getCOSObject(), dictionary);
            fault = SignaturePlace.fault(file, structure.place(holder), range);
        }
        Calendar date = signature.getSignDate();
        return new FoundSignature(
                List.of(text(field.getFullyQualifiedName())),
                text(signature.getSubFilter()),
                range,
                fault,
                fault == ByteRange.Fault.NONE && range.end() == file.length,
                signature.getContactInfo(),
                signature.getReason(),
                date == null ? null : date.toInstant(),
                Certification.permission(dictionary, field.getCOSObject()),
                spots(document, field, pageOfWidget));
    }

    private static ByteRange range(COSDictionary signature) {
        List<Long> numbers = new ArrayList<>();
        COSArray array = signature.getCOSArray(COSName.BYTERANGE);
        for (int i = 0; array != null && i < Math.min(array.size(), 100); i++) {
            numbers.add(array.getObject(i) instanceof COSInteger number ? number.longValue() : -1L);
        }
        return new ByteRange(numbers);
    }

    /** The indirect object that the signature's dictionary is, or that it stands in. */
    private static @Nullable COSObjectKey holder(COSDictionary field, COSDictionary signature) {
        COSBase value = field.getItem(COSName.V);
        return value instanceof COSObject reference
                ? reference.getKey()
                : signature.getKey() == null ? field.getKey() : signature.getKey();
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static List<Spot> spots(
            PDDocument document, PDSignatureField field, Map<COSDictionary, Integer> pageOfWidget) {
        List<Spot> spots = new ArrayList<>();
        for (PDAnnotationWidget widget : field.getWidgets()) {
            PDRectangle rectangle = widget.getRectangle();
            Integer page = pageOfWidget.get(widget.getCOSObject());
            if (page != null && rectangle != null && rectangle.getWidth() > 0 && rectangle.getHeight() > 0) {
                Rectangle2D seen = new PageFrame(document.getPage(page - 1)).toSeen(rectangle);
                spots.add(new Spot(page, seen.getX(), seen.getY(), seen.getWidth(), seen.getHeight()));
            }
        }
        return spots;
    }
}
