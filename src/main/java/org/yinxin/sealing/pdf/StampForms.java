package org.yinxin.sealing.pdf;

import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.util.Map;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSFloat;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.jspecify.annotations.Nullable;
import org.yinxin.sealing.plan.StampOrder;

/** What a stamping shows, as forms (ISO 32000-1, 8.10) of which each is in the file once: imprint, QR code, use code. */
final class StampForms {

    private static final COSName INK = COSName.getPDFName("Ink");
    private static final double QUIET_MODULES = 2.5;
    private static final Rectangle2D CODE = new Rectangle2D.Double(0, 0, 22, 2.8);
    private static final double CODE_MARGIN = 0.3;

    private final RevisionWriter revision;
    private final StampOrder order;
    private @Nullable COSObject imprint;
    private @Nullable COSObject qr;
    private @Nullable COSObject code;

    StampForms(RevisionWriter revision, StampOrder order) {
        this.revision = revision;
        this.order = order;
    }

    /**
     * The appearance of a signature, drawn upright; its matrix turns it against the page, so that it is upright when the
     * page is shown turned.
     *
     * @param box the widget's rectangle, in millimetres as seen
     */
    COSObject appearance(PageFrame frame, Rectangle2D box, StampLayout layout, boolean withImprint, boolean withCode) {
        double units = frame.unitsPerMm();
        AffineTransform toMillimetres =
                new AffineTransform(units, 0, 0, -units, -box.getX() * units, box.getMaxY() * units);
        Pen pen = new Pen().transform(toMillimetres);
        COSDictionary shown = new COSDictionary();
        if (withCode) {
            place(pen, shown, "Qr", qr(), layout.qr());
            place(pen, shown, "Code", code(), layout.code());
        }
        if (withImprint) {
            place(pen, shown, "Imprint", imprint(), layout.imprint());
        }
        COSDictionary form = form(box.getWidth() * units, box.getHeight() * units, shown);
        form.setItem(COSName.MATRIX, array(matrix(AffineTransform.getQuadrantRotateInstance(frame.rotation() / 90))));
        return revision.add(form, pen.packed());
    }

    /** An appearance that shows nothing. */
    static COSObject empty(RevisionWriter revision) {
        return revision.add(form(0, 0, new COSDictionary()), new Pen().packed());
    }

    /** The imprint in a unit square with y downwards; ink does not hide what is printed below it. */
    COSObject imprint() {
        if (imprint == null) {
            COSDictionary shown = new COSDictionary();
            shown.setItem("Picture", InkPicture.of(order.image().png()).in(revision));
            COSDictionary form = form(1, 1, shown);
            COSDictionary multiply = new COSDictionary();
            multiply.setItem(COSName.BM, COSName.MULTIPLY);
            COSDictionary states = new COSDictionary();
            states.setItem(INK, multiply);
            form.getCOSDictionary(COSName.RESOURCES).setItem(COSName.EXT_G_STATE, states);
            Pen pen = new Pen()
                    .say("/Ink gs")
                    .transform(new AffineTransform(1, 0, 0, -1, 0, 1))
                    .show("Picture");
            imprint = revision.add(form, pen.packed());
        }
        return imprint;
    }

    private static void place(Pen pen, COSDictionary shown, String name, COSObject form, Rectangle2D at) {
        shown.setItem(name, form);
        pen.say("q")
                .transform(new AffineTransform(at.getWidth(), 0, 0, at.getHeight(), at.getX(), at.getY()))
                .show(name)
                .say("Q");
    }

    private COSObject code() {
        if (code == null) {
            Rectangle2D letters = new Rectangle2D.Double(
                    CODE_MARGIN, CODE_MARGIN, CODE.getWidth() - 2 * CODE_MARGIN, CODE.getHeight() - 2 * CODE_MARGIN);
            Pen pen = new Pen()
                    .say(Pen.WHITE)
                    .rectangle(0, 0, 1, 1)
                    .say("f")
                    .transform(AffineTransform.getScaleInstance(1 / CODE.getWidth(), 1 / CODE.getHeight()))
                    .say(Pen.INK_BLACK)
                    .fill(CodeLettering.outlines(order.note().code().value(), letters));
            code = revision.add(form(1, 1, new COSDictionary()), pen.packed());
        }
        return code;
    }

    private COSObject qr() {
        if (qr == null) {
            ByteMatrix modules = qrModules();
            double side = 1 / (modules.getWidth() + 2 * QUIET_MODULES);
            Pen pen = new Pen()
                    .say(Pen.WHITE)
                    .rectangle(0, 0, 1, 1)
                    .say("f")
                    .transform(new AffineTransform(side, 0, 0, side, QUIET_MODULES * side, QUIET_MODULES * side))
                    .say(Pen.INK_BLACK);
            for (int y = 0; y < modules.getHeight(); y++) {
                addRow(pen, modules, y);
            }
            qr = revision.add(form(1, 1, new COSDictionary()), pen.say("f").packed());
        }
        return qr;
    }

    private static void addRow(Pen pen, ByteMatrix modules, int y) {
        for (int x = 0; x < modules.getWidth(); x++) {
            int run = x;
            while (run < modules.getWidth() && modules.get(run, y) == 1) {
                run++;
            }
            if (run > x) {
                pen.rectangle(x, y, run - x, 1);
                x = run;
            }
        }
    }

    private ByteMatrix qrModules() {
        try {
            return Encoder.encode(
                            order.checkAddress(),
                            ErrorCorrectionLevel.M,
                            Map.of(EncodeHintType.CHARACTER_SET, "ISO-8859-1"))
                    .getMatrix();
        } catch (WriterException e) {
            throw new IllegalArgumentException("The address does not fit a QR code: " + order.checkAddress(), e);
        }
    }

    private static COSDictionary form(double width, double height, COSDictionary shown) {
        COSDictionary resources = new COSDictionary();
        if (shown.size() > 0) {
            resources.setItem(COSName.XOBJECT, shown);
        }
        COSDictionary form = new COSDictionary();
        form.setItem(COSName.TYPE, COSName.XOBJECT);
        form.setItem(COSName.SUBTYPE, COSName.FORM);
        form.setItem(COSName.BBOX, array(0, 0, width, height));
        form.setItem(COSName.RESOURCES, resources);
        form.setItem(COSName.FILTER, COSName.FLATE_DECODE);
        return form;
    }

    private static double[] matrix(AffineTransform transform) {
        double[] matrix = new double[6];
        transform.getMatrix(matrix);
        return matrix;
    }

    static COSArray array(double... numbers) {
        COSArray array = new COSArray();
        for (double number : numbers) {
            array.add(new COSFloat((float) number));
        }
        return array;
    }
}
