package org.yinxin.sealing.pdf;

import java.awt.geom.Rectangle2D;
import org.yinxin.sealing.plan.PageSize;
import org.yinxin.sealing.plan.Placement;

/**
 * Where imprint, QR code and use code stand on the page, in millimetres as seen: the QR code nestles against the round of
 * the imprint at its lower right, the code below; both change sides where the page ends.
 */
public record StampLayout(Rectangle2D imprint, Rectangle2D qr, Rectangle2D code) {

    static final double QR_SIDE = 13.2;
    private static final double CODE_WIDTH = 22;
    private static final double CODE_HEIGHT = 2.8;
    private static final double GAP = 0.6;

    public static StampLayout of(Placement at, double width, double height, PageSize page) {
        double centreX = at.leftMm() + width / 2;
        double centreY = at.topMm() + height / 2;
        // The corner that touches the round is at 45 degrees of the ellipse.
        double reachX = width / 2 * Math.sqrt(0.5) + GAP;
        double reachY = height / 2 * Math.sqrt(0.5) + GAP;
        boolean right = centreX + reachX + QR_SIDE <= page.widthMm();
        boolean below = centreY + reachY + QR_SIDE <= page.heightMm();
        double qrX = right ? centreX + reachX : centreX - reachX - QR_SIDE;
        double qrY = below ? centreY + reachY : centreY - reachY - QR_SIDE;
        double codeY = below ? at.topMm() + height + GAP : at.topMm() - GAP - CODE_HEIGHT;
        return new StampLayout(
                new Rectangle2D.Double(at.leftMm(), at.topMm(), width, height),
                new Rectangle2D.Double(qrX, qrY, QR_SIDE, QR_SIDE),
                new Rectangle2D.Double(centreX - CODE_WIDTH / 2, codeY, CODE_WIDTH, CODE_HEIGHT));
    }

    /** All that is painted. */
    public Rectangle2D box() {
        return imprint.createUnion(qr).createUnion(code);
    }
}
