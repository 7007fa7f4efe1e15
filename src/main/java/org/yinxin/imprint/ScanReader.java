package org.yinxin.imprint;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Iterator;
import java.util.Locale;
import java.util.Set;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;

/** Decodes an untrusted scan: its kind and size are looked at before any pixel is. */
final class ScanReader {

    static final int LARGEST_FILE = 10 * 1024 * 1024;
    private static final int SMALLEST_SIDE = 100;
    private static final int LARGEST_SIDE = 8_000;
    private static final long MOST_PIXELS = 40_000_000;
    private static final int DECODED_SIDE = 2_500;
    private static final Set<String> FORMATS = Set.of("png", "jpeg");
    private static final int PNG = 0x89504e47;
    private static final int PNG_SIGNATURE = 8;
    private static final int ANIMATION = 0x6163544c;

    private ScanReader() {}

    static BufferedImage read(byte[] file) {
        if (file.length == 0) {
            throw new ScanRefusedException(ScanRefusal.EMPTY);
        }
        if (file.length > LARGEST_FILE) {
            throw new ScanRefusedException(ScanRefusal.TOO_LARGE);
        }
        try (MemoryCacheImageInputStream input = new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(input);
            if (!readers.hasNext()) {
                throw new ScanRefusedException(ScanRefusal.NOT_A_PICTURE);
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(input, false, true);
                return decode(reader, file);
            } finally {
                reader.dispose();
            }
        } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException | NegativeArraySizeException e) {
            throw new ScanRefusedException(ScanRefusal.NOT_A_PICTURE);
        }
    }

    private static BufferedImage decode(ImageReader reader, byte[] file) throws IOException {
        if (!FORMATS.contains(reader.getFormatName().toLowerCase(Locale.ROOT))) {
            throw new ScanRefusedException(ScanRefusal.NOT_A_PICTURE);
        }
        int width = reader.getWidth(0);
        int height = reader.getHeight(0);
        int longer = Math.max(width, height);
        if (longer > LARGEST_SIDE || (long) width * height > MOST_PIXELS) {
            throw new ScanRefusedException(ScanRefusal.TOO_LARGE);
        }
        if (Math.min(width, height) < SMALLEST_SIDE) {
            throw new ScanRefusedException(ScanRefusal.TOO_SMALL);
        }
        if (reader.getNumImages(true) != 1 || animated(file)) {
            throw new ScanRefusedException(ScanRefusal.SEVERAL_FRAMES);
        }
        ImageReadParam how = reader.getDefaultReadParam();
        int step = (longer + DECODED_SIDE - 1) / DECODED_SIDE;
        how.setSourceSubsampling(step, step, 0, 0);
        return reader.read(0, how);
    }

    /** A PNG with an animation control chunk shows more than its first picture. */
    private static boolean animated(byte[] file) {
        ByteBuffer chunks = ByteBuffer.wrap(file);
        if (file.length < PNG_SIGNATURE || chunks.getInt(0) != PNG) {
            return false;
        }
        long at = PNG_SIGNATURE;
        while (at + 8 <= file.length) {
            int length = chunks.getInt((int) at);
            if (chunks.getInt((int) at + 4) == ANIMATION) {
                return true;
            }
            if (length < 0) {
                return false;
            }
            at += 12L + length;
        }
        return false;
    }
}
