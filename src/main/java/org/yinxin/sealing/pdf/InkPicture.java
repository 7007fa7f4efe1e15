package org.yinxin.sealing.pdf;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.graphics.color.PDDeviceGray;
import org.apache.pdfbox.pdmodel.graphics.color.PDIndexed;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;

/**
 * The imprint as a PDF picture: a palette of one colour and a soft mask of sixteen degrees, which is the smallest that
 * keeps the edge smooth. What a picture weighs decides how fast a visible signature is made.
 */
final class InkPicture {

    private final int width;
    private final int height;
    private final int colour;
    private final byte[] mask;

    private InkPicture(int width, int height, int colour, byte[] mask) {
        this.width = width;
        this.height = height;
        this.colour = colour;
        this.mask = mask;
    }

    static InkPicture of(byte[] png) {
        try {
            BufferedImage picture = ImageIO.read(new ByteArrayInputStream(png));
            if (picture == null) {
                throw new IllegalArgumentException("The imprint is no picture");
            }
            int width = picture.getWidth();
            int height = picture.getHeight();
            int rowBytes = (width + 1) / 2;
            byte[] mask = new byte[rowBytes * height];
            int colour = 0;
            int strongest = -1;
            for (int y = 0; y < height; y++) {
                for (int x = 0; x < width; x++) {
                    int pixel = picture.getRGB(x, y);
                    int alpha = pixel >>> 24;
                    if (alpha > strongest) {
                        strongest = alpha;
                        colour = pixel & 0xffffff;
                    }
                    int degree = (alpha * 15 + 127) / 255;
                    mask[y * rowBytes + x / 2] |= (byte) (x % 2 == 0 ? degree << 4 : degree);
                }
            }
            return new InkPicture(width, height, colour, mask);
        } catch (IOException e) {
            throw new IllegalArgumentException("The imprint cannot be read", e);
        }
    }

    PDImageXObject in(PDDocument document) throws IOException {
        COSArray palette = new COSArray();
        palette.add(COSName.INDEXED);
        palette.add(COSName.DEVICERGB);
        palette.add(COSInteger.ZERO);
        palette.add(new COSString(new byte[] {(byte) (colour >> 16), (byte) (colour >> 8), (byte) colour}));
        PDImageXObject ink = new PDImageXObject(
                document,
                deflated(new byte[(width + 7) / 8 * height]),
                COSName.FLATE_DECODE,
                width,
                height,
                1,
                new PDIndexed(palette));
        PDImageXObject cover = new PDImageXObject(
                document, deflated(mask), COSName.FLATE_DECODE, width, height, 4, PDDeviceGray.INSTANCE);
        ink.getCOSObject().setItem(COSName.SMASK, cover);
        return ink;
    }

    private static ByteArrayInputStream deflated(byte[] bytes) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream(16_384);
        Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION);
        try (DeflaterOutputStream out = new DeflaterOutputStream(packed, deflater)) {
            out.write(bytes);
        } finally {
            deflater.end();
        }
        return new ByteArrayInputStream(packed.toByteArray());
    }
}
