package org.yinxin.sealing.ofd.drawing;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/** Unpacks PNG, JPEG, BMP and GIF, never to more dots than the page has use for, and measures before it unpacks. */
final class Pictures {

    private static final int LARGEST_SIDE = 30_000;

    private Pictures() {}

    /**
     * @param wide how many dots of the page the picture will cover
     * @return empty when the bytes are none of the four
     * @throws TooCostlyException when the picture has more dots than a page may ask for
     */
    static Optional<BufferedImage> read(byte[] file, double wide, double high, Budget budget) {
        try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                return Optional.empty();
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(in, true, true);
                return Optional.of(read(reader, wide, high, budget));
            } finally {
                reader.dispose();
            }
        } catch (TooCostlyException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            return Optional.empty();
        }
    }

    private static BufferedImage read(ImageReader reader, double wide, double high, Budget budget) throws IOException {
        int width = reader.getWidth(0);
        int height = reader.getHeight(0);
        if (width > LARGEST_SIDE || height > LARGEST_SIDE) {
            throw new TooCostlyException();
        }
        budget.pixels((long) width * height);
        double ratio = Math.min(width / Math.max(1, wide), height / Math.max(1, high));
        ImageReadParam wish = reader.getDefaultReadParam();
        int skip = Math.clamp((int) (ratio / 3), 1, 64);
        wish.setSourceSubsampling(skip, skip, 0, 0);
        BufferedImage picture = reader.read(0, wish);
        double left = ratio / skip;
        while (left >= 2 && picture.getWidth() > 2 && picture.getHeight() > 2) {
            picture = half(picture);
            left /= 2;
        }
        return picture;
    }

    /** Half by half keeps thin lines that one great step would jump over. */
    private static BufferedImage half(BufferedImage picture) {
        int width = picture.getWidth() / 2;
        int height = picture.getHeight() / 2;
        BufferedImage smaller = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        Graphics2D pen = smaller.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        pen.drawImage(picture, 0, 0, width, height, null);
        pen.dispose();
        return smaller;
    }

    /** The same picture with its white made transparent, as ink on paper: for seals in kinds that know no transparency. */
    static BufferedImage withoutPaper(BufferedImage picture) {
        if (picture.getColorModel().hasAlpha()) {
            return picture;
        }
        BufferedImage ink = new BufferedImage(picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_INT_ARGB);
        int[] row = new int[picture.getWidth()];
        for (int y = 0; y < picture.getHeight(); y++) {
            picture.getRGB(0, y, row.length, 1, row, 0, row.length);
            for (int x = 0; x < row.length; x++) {
                row[x] = lift(row[x]);
            }
            ink.setRGB(0, y, row.length, 1, row, 0, row.length);
        }
        return ink;
    }

    private static int lift(int colour) {
        int red = colour >> 16 & 0xff;
        int green = colour >> 8 & 0xff;
        int blue = colour & 0xff;
        int alpha = 255 - Math.min(red, Math.min(green, blue));
        return alpha == 0 ? 0 : alpha << 24 | part(red, alpha) << 16 | part(green, alpha) << 8 | part(blue, alpha);
    }

    private static int part(int value, int alpha) {
        return Math.clamp(255 - (255 - value) * 255 / alpha, 0, 255);
    }
}
