package org.yinxin.verification.sealfile;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;

/** A stranger's picture drawn anew: its size is asked before it is decoded, and nothing but its pixels is kept. */
final class SafePicture {

    private static final Set<String> FORMATS = Set.of("png", "jpeg", "gif", "bmp");
    private static final int LARGEST_SIDE = 4_000;
    private static final int SHOWN_SIDE = 800;

    private SafePicture() {}

    /** A PNG of at most 800 pixels a side; empty when the bytes are no such picture, or one out of bounds. */
    static Optional<byte[]> png(byte[] file) {
        try (MemoryCacheImageInputStream input = new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(input);
            if (!readers.hasNext()) {
                return Optional.empty();
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(input, true, true);
                return read(reader);
            } finally {
                reader.dispose();
            }
        } catch (IOException | RuntimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<byte[]> read(ImageReader reader) throws IOException {
        int width = reader.getWidth(0);
        int height = reader.getHeight(0);
        if (!FORMATS.contains(reader.getFormatName().toLowerCase(Locale.ROOT))
                || Math.max(width, height) > LARGEST_SIDE
                || Math.min(width, height) < 1) {
            return Optional.empty();
        }
        BufferedImage picture = reader.read(0);
        double scale = Math.min(1, (double) SHOWN_SIDE / Math.max(width, height));
        BufferedImage drawn = new BufferedImage(
                Math.max(1, (int) (width * scale)), Math.max(1, (int) (height * scale)), BufferedImage.TYPE_INT_ARGB);
        Graphics2D pen = drawn.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        pen.drawImage(picture, 0, 0, drawn.getWidth(), drawn.getHeight(), null);
        pen.dispose();
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(drawn, "png", png);
        return Optional.of(png.toByteArray());
    }
}
