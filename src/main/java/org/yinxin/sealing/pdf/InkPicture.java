package org.yinxin.sealing.pdf;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.Deflater;
import javax.imageio.ImageIO;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSString;
import org.yinxin.shared.Digest;

/**
 * The imprint as a PDF picture: a palette of one colour and a soft mask of sixteen degrees, which is the smallest that
 * keeps the edge smooth. Packing it is what costs most in a stamping, so the last ones are kept.
 */
final class InkPicture {

    private static final int KEPT = 256;
    private static final Map<Digest, InkPicture> PACKED =
            Collections.synchronizedMap(new LinkedHashMap<>(64, 0.75f, true) {
                @Override
                protected boolean removeEldestEntry(Map.Entry<Digest, InkPicture> eldest) {
                    return size() > KEPT;
                }
            });

    private final int width;
    private final int height;
    private final int colour;
    private final byte[] ground;
    private final byte[] mask;

    private InkPicture(int width, int height, int colour, byte[] mask) {
        this.width = width;
        this.height = height;
        this.colour = colour;
        this.ground = Pen.deflate(new byte[(width + 7) / 8 * height], Deflater.BEST_COMPRESSION);
        this.mask = Pen.deflate(mask, Deflater.BEST_COMPRESSION);
    }

    static InkPicture of(byte[] png) {
        return PACKED.computeIfAbsent(Digest.sha256(png), digest -> pack(png));
    }

    /** The picture among a revision's objects. */
    COSObject in(RevisionWriter revision) {
        COSDictionary cover = picture(4, COSName.DEVICEGRAY);
        COSArray palette = new COSArray();
        palette.add(COSName.INDEXED);
        palette.add(COSName.DEVICERGB);
        palette.add(COSInteger.ZERO);
        palette.add(new COSString(new byte[] {(byte) (colour >> 16), (byte) (colour >> 8), (byte) colour}));
        COSDictionary ink = picture(1, palette);
        ink.setItem(COSName.SMASK, revision.add(cover, mask));
        return revision.add(ink, ground);
    }

    private COSDictionary picture(int bits, COSBase colours) {
        COSDictionary picture = new COSDictionary();
        picture.setItem(COSName.TYPE, COSName.XOBJECT);
        picture.setItem(COSName.SUBTYPE, COSName.IMAGE);
        picture.setItem(COSName.FILTER, COSName.FLATE_DECODE);
        picture.setInt(COSName.WIDTH, width);
        picture.setInt(COSName.HEIGHT, height);
        picture.setInt(COSName.BITS_PER_COMPONENT, bits);
        picture.setItem(COSName.COLORSPACE, colours);
        return picture;
    }

    private static InkPicture pack(byte[] png) {
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
}
