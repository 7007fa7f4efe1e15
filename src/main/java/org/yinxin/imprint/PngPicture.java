package org.yinxin.imprint;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/**
 * The ink as a PNG (ISO/IEC 15948) at 300 dots per inch: a palette of one red in sixteen degrees of transparency, which
 * is a quarter of a full-colour picture's size, and every stamped page carries it.
 */
final class PngPicture {

    static final double DOTS_PER_MM = 300 / 25.4;
    private static final int DOTS_PER_METRE = 11_811;
    private static final int SHADES = 16;
    private static final int RED = 0xe60012;

    private PngPicture() {}

    static byte[] of(Path2D ink, double widthMm, double heightMm) {
        int width = (int) Math.round(widthMm * DOTS_PER_MM);
        int height = (int) Math.round(heightMm * DOTS_PER_MM);
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        Graphics2D pen = picture.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        pen.setColor(new Color(RED));
        pen.fill(ink.createTransformedShape(AffineTransform.getScaleInstance(width / widthMm, height / heightMm)));
        pen.dispose();
        return of(picture);
    }

    /** The picture's transparency in our red; its own colours do not matter. */
    static byte[] of(BufferedImage picture) {
        try {
            return encode(picture, picture.getWidth(), picture.getHeight());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] encode(BufferedImage picture, int width, int height) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream(24_576);
        DataOutputStream out = new DataOutputStream(file);
        out.writeLong(0x89504e470d0a1a0aL);
        chunk(out, "IHDR", data -> {
            data.writeInt(width);
            data.writeInt(height);
            data.write(new byte[] {8, 3, 0, 0, 0});
        });
        chunk(out, "pHYs", data -> {
            data.writeInt(DOTS_PER_METRE);
            data.writeInt(DOTS_PER_METRE);
            data.writeByte(1);
        });
        chunk(out, "PLTE", data -> {
            for (int i = 0; i < SHADES; i++) {
                data.write(new byte[] {(byte) (RED >> 16), (byte) (RED >> 8), (byte) RED});
            }
        });
        chunk(out, "tRNS", data -> {
            for (int i = 0; i < SHADES; i++) {
                data.writeByte(i * 255 / (SHADES - 1));
            }
        });
        chunk(out, "IDAT", data -> data.write(rows(picture, width, height)));
        chunk(out, "IEND", data -> {});
        return file.toByteArray();
    }

    private static byte[] rows(BufferedImage picture, int width, int height) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream(24_576);
        Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION);
        try (DeflaterOutputStream out = new DeflaterOutputStream(packed, deflater)) {
            int[] colours = new int[width];
            byte[] row = new byte[width + 1];
            for (int y = 0; y < height; y++) {
                picture.getRGB(0, y, width, 1, colours, 0, width);
                for (int x = 0; x < width; x++) {
                    row[x + 1] = (byte) (((colours[x] >>> 24) * (SHADES - 1) + 127) / 255);
                }
                out.write(row);
            }
        } finally {
            deflater.end();
        }
        return packed.toByteArray();
    }

    private static void chunk(DataOutputStream out, String type, Content content) throws IOException {
        ByteArrayOutputStream data = new ByteArrayOutputStream();
        content.write(new DataOutputStream(data));
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        CRC32 check = new CRC32();
        check.update(name);
        check.update(data.toByteArray());
        out.writeInt(data.size());
        out.write(name);
        data.writeTo(out);
        out.writeInt((int) check.getValue());
    }

    @FunctionalInterface
    private interface Content {
        void write(DataOutputStream data) throws IOException;
    }
}
