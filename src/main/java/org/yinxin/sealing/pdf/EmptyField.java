package org.yinxin.sealing.pdf;

import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.yinxin.sealing.plan.Placement;

/** A visible signature field that waits for its signature, measured in millimetres as seen. */
public record EmptyField(String name, int page, double leftMm, double topMm, double widthMm, double heightMm) {

    /** The fields of a file in the order of its form. */
    public static List<EmptyField> of(byte[] file, PdfLimits limits) {
        try (PDDocument document = PdfFile.open(file, limits)) {
            List<EmptyField> found = new ArrayList<>();
            for (SignatureFields.Field field : SignatureFields.of(document).empty()) {
                add(found, document, field);
            }
            return found;
        } catch (IOException e) {
            throw new PdfRefusedException(PdfRefusal.BROKEN, e);
        }
    }

    /** Where an imprint of this size stands in the middle of the field. */
    public Placement middle(double imprintWidthMm, double imprintHeightMm) {
        return new Placement(page, (int) Math.round((leftMm + (widthMm - imprintWidthMm) / 2) * 10), (int)
                Math.round((topMm + (heightMm - imprintHeightMm) / 2) * 10));
    }

    private static void add(List<EmptyField> found, PDDocument document, SignatureFields.Field field) {
        COSArray rectangle = field.widget().getCOSArray(COSName.RECT);
        int number = 0;
        for (PDPage page : document.getPages()) {
            number++;
            if (rectangle != null && rectangle.size() == 4 && carries(page, field.widget())) {
                Rectangle2D box = new PageFrame(page).toSeen(new PDRectangle(rectangle));
                if (box.getWidth() > 0 && box.getHeight() > 0) {
                    found.add(new EmptyField(
                            field.name(), number, box.getX(), box.getY(), box.getWidth(), box.getHeight()));
                }
                return;
            }
        }
    }

    static boolean carries(PDPage page, COSDictionary widget) {
        COSArray annotations = page.getCOSObject().getCOSArray(COSName.ANNOTS);
        for (int i = 0; annotations != null && i < annotations.size(); i++) {
            if (annotations.getObject(i) == widget) {
                return true;
            }
        }
        return false;
    }
}
