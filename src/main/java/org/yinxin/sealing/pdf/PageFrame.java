package org.yinxin.sealing.pdf;

import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.yinxin.sealing.plan.PageSize;

/**
 * A page as its reader sees it: millimetres from the upper left corner of the crop box after the page's rotation (ISO
 * 32000-1, 7.7.3.3), against the user space that the file speaks in.
 */
public final class PageFrame {

    private static final double MM_PER_INCH = 25.4;

    private final PDRectangle crop;
    private final int rotation;
    private final double unitsPerMm;

    public PageFrame(PDPage page) {
        this.crop = page.getCropBox();
        this.rotation = Math.floorMod(page.getRotation(), 360);
        this.unitsPerMm = 72 / MM_PER_INCH / Math.max(page.getUserUnit(), 0.01f);
    }

    int rotation() {
        return rotation;
    }

    double unitsPerMm() {
        return unitsPerMm;
    }

    public PageSize size() {
        boolean turned = rotation % 180 != 0;
        return new PageSize(
                (turned ? crop.getHeight() : crop.getWidth()) / unitsPerMm,
                (turned ? crop.getWidth() : crop.getHeight()) / unitsPerMm);
    }

    /** From millimetres as seen, y downwards, to user space. */
    AffineTransform toUserSpace() {
        PageSize size = size();
        AffineTransform transform = new AffineTransform();
        transform.translate(crop.getLowerLeftX(), crop.getLowerLeftY());
        transform.scale(unitsPerMm, unitsPerMm);
        switch (rotation) {
            case 90 -> {
                transform.translate(size.heightMm(), 0);
                transform.quadrantRotate(1);
            }
            case 180 -> {
                transform.translate(size.widthMm(), size.heightMm());
                transform.quadrantRotate(2);
            }
            case 270 -> {
                transform.translate(0, size.widthMm());
                transform.quadrantRotate(3);
            }
            default -> {}
        }
        transform.translate(0, size.heightMm());
        transform.scale(1, -1);
        return transform;
    }

    PDRectangle toUserSpace(Rectangle2D seen) {
        Rectangle2D box = toUserSpace().createTransformedShape(seen).getBounds2D();
        return new PDRectangle((float) box.getX(), (float) box.getY(), (float) box.getWidth(), (float) box.getHeight());
    }

    public Rectangle2D toSeen(PDRectangle userSpace) {
        try {
            Rectangle2D box = new Rectangle2D.Double(
                    userSpace.getLowerLeftX(), userSpace.getLowerLeftY(), userSpace.getWidth(), userSpace.getHeight());
            return toUserSpace().createInverse().createTransformedShape(box).getBounds2D();
        } catch (java.awt.geom.NoninvertibleTransformException e) {
            throw new PdfRefusedException(PdfRefusal.BROKEN, e);
        }
    }
}
