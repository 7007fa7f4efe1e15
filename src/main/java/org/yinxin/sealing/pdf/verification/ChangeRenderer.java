package org.yinxin.sealing.pdf.verification;

import java.awt.image.BufferedImage;
import java.util.Arrays;
import org.yinxin.sealing.pdf.PageRenderer;
import org.yinxin.sealing.pdf.PdfRefusal;
import org.yinxin.sealing.pdf.PdfRefusedException;

/** Draws a page as it was signed and as it is now, with what differs framed in both. */
public final class ChangeRenderer {

    private final PageRenderer renderer;

    public ChangeRenderer(PageRenderer renderer) {
        this.renderer = renderer;
    }

    /**
     * @param now the present page instead of the signed one
     * @throws PdfRefusedException when there is no such page, or it cannot be drawn
     */
    public byte[] png(byte[] file, int signedUntil, ChangedPage page, boolean now, int widthPixels) {
        if (signedUntil < 1 || signedUntil > file.length || (now ? page.now() : page.before()) < 1) {
            throw new PdfRefusedException(PdfRefusal.NO_PAGES);
        }
        byte[] signed = Arrays.copyOf(file, signedUntil);
        if (page.before() < 1 || page.now() < 1) {
            return now ? renderer.png(file, page.now(), widthPixels) : renderer.png(signed, page.before(), widthPixels);
        }
        BufferedImage before = renderer.picture(signed, page.before(), widthPixels);
        BufferedImage after = renderer.picture(file, page.now(), widthPixels);
        return PageRenderer.png(ChangeMarks.framed(now ? after : before, ChangeMarks.between(before, after)));
    }
}
