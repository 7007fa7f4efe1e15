package org.yinxin.sealing.pdf;

import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.jspecify.annotations.Nullable;

/**
 * The empty signature field that the first imprint of a stamping fills, if one was chosen.
 *
 * @param box its rectangle, in millimetres as seen
 */
record FieldChoice(SignatureFields.@Nullable Field field, Rectangle2D box) {

    private static final double TOLERANCE = 0.05;
    private static final COSName LOCK = COSName.getPDFName("Lock");

    /** @throws PdfRefusedException when there is no such field, or the imprint cannot go into it */
    static FieldChoice of(@Nullable String name, SignatureFields fields, List<Spot> spots) {
        if (name == null) {
            return new FieldChoice(null, new Rectangle2D.Double());
        }
        SignatureFields.Field field =
                fields.named(name).orElseThrow(() -> new PdfRefusedException(PdfRefusal.FIELD_NOT_FOUND));
        if (field.value() != null) {
            throw new PdfRefusedException(PdfRefusal.FIELD_ALREADY_SIGNED);
        }
        COSArray rectangle = field.widget().getCOSArray(COSName.RECT);
        if (rectangle == null || rectangle.size() != 4 || spots.isEmpty()) {
            throw new PdfRefusedException(PdfRefusal.FIELD_NOT_FOUND);
        }
        Spot spot = spots.getFirst();
        if (!EmptyField.carries(spot.page(), field.widget())) {
            throw new PdfRefusedException(PdfRefusal.FIELD_NOT_FOUND);
        }
        Rectangle2D box = spot.frame().toSeen(new PDRectangle(rectangle));
        if (!holds(box, spot.layout().imprint())) {
            throw new PdfRefusedException(PdfRefusal.FIELD_TOO_SMALL);
        }
        return new FieldChoice(field, box);
    }

    /** What the field forbids once it is signed (SigFieldLock). */
    Optional<COSDictionary> lock() {
        return field == null
                ? Optional.empty()
                : Optional.ofNullable(field.field().getCOSDictionary(LOCK));
    }

    /** QR code and use code are shown where the field has room for them. */
    void fill(SignatureWidgets widgets, StampForms forms, Spot spot, boolean withImprint, COSObject signature) {
        if (field != null) {
            boolean withCode =
                    holds(box, spot.layout().qr()) && holds(box, spot.layout().code());
            COSObject appearance = forms.appearance(spot.frame(), box, spot.layout(), withImprint, withCode);
            widgets.fill(field, appearance, signature);
        }
    }

    private static boolean holds(Rectangle2D box, Rectangle2D part) {
        return part.getX() >= box.getX() - TOLERANCE
                && part.getY() >= box.getY() - TOLERANCE
                && part.getMaxX() <= box.getMaxX() + TOLERANCE
                && part.getMaxY() <= box.getMaxY() + TOLERANCE;
    }
}
