package org.yinxin.sealing.pdf;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import javax.imageio.ImageIO;
import org.assertj.core.data.Offset;
import org.yinxin.sealing.pdf.verification.PdfReader;

/** The red that a page shows when it is rendered, measured in millimetres from its upper left corner as seen. */
record RedBox(double left, double top, double right, double bottom, int pixels) {

    /** How far off a measured millimetre may be. */
    static final Offset<Double> WITHIN = Offset.offset(0.3);

    private static final int WIDTH = 1_900;

    static RedBox on(byte[] file, int page) {
        BufferedImage picture = render(file, page);
        double perMm = picture.getWidth()
                / new PdfReader(PdfLimits.standard())
                        .read(file)
                        .pages()
                        .get(page - 1)
                        .widthMm();
        int left = Integer.MAX_VALUE;
        int top = Integer.MAX_VALUE;
        int right = -1;
        int bottom = -1;
        int pixels = 0;
        int[] row = new int[picture.getWidth()];
        for (int y = 0; y < picture.getHeight(); y++) {
            picture.getRGB(0, y, row.length, 1, row, 0, row.length);
            for (int x = 0; x < row.length; x++) {
                if (isRed(row[x])) {
                    left = Math.min(left, x);
                    top = Math.min(top, y);
                    right = Math.max(right, x);
                    bottom = Math.max(bottom, y);
                    pixels++;
                }
            }
        }
        return pixels == 0
                ? new RedBox(0, 0, 0, 0, 0)
                : new RedBox(left / perMm, top / perMm, (right + 1) / perMm, (bottom + 1) / perMm, pixels);
    }

    double width() {
        return right - left;
    }

    double height() {
        return bottom - top;
    }

    static BufferedImage render(byte[] file, int page) {
        try {
            byte[] png = new PageRenderer(PdfLimits.standard(), Duration.ofSeconds(30)).png(file, page, WIDTH);
            return ImageIO.read(new ByteArrayInputStream(png));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isRed(int pixel) {
        return (pixel >> 16 & 0xff) > 0x90 && (pixel >> 8 & 0xff) < 0x90 && (pixel & 0xff) < 0x90;
    }
}
