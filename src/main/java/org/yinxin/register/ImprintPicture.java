package org.yinxin.register;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.Locale;
import java.util.Set;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * An uploaded picture of an imprint, made safe: recognised by its content, refused before it is decoded when it is too
 * large, drawn anew so that nothing but its pixels is kept.
 */
public final class ImprintPicture {

    /** The largest file that is taken, in bytes. */
    public static final int LARGEST_FILE = 5 * 1024 * 1024;

    private static final int SMALLEST_SIDE = 100;
    private static final int LARGEST_SIDE = 6_000;
    private static final int KEPT_SIDE = 1_200;
    private static final Set<String> FORMATS = Set.of("png", "jpeg");

    /** Why a picture is not taken. */
    public enum Problem {
        EMPTY,
        TOO_LARGE,
        NOT_A_PICTURE,
        TOO_SMALL
    }

    /** A picture that is not taken. */
    public static final class UnusableException extends RuntimeException {

        private final Problem problem;

        UnusableException(Problem problem) {
            super(problem.name());
            this.problem = problem;
        }

        public Problem problem() {
            return problem;
        }
    }

    private ImprintPicture() {}

    /**
     * The picture as a PNG of at most 1,200 pixels a side.
     *
     * @throws UnusableException when it is no PNG or JPEG, or its size is out of bounds
     */
    public static byte[] png(byte[] file) {
        if (file.length == 0) {
            throw new UnusableException(Problem.EMPTY);
        }
        if (file.length > LARGEST_FILE) {
            throw new UnusableException(Problem.TOO_LARGE);
        }
        try (MemoryCacheImageInputStream input = new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(input);
            if (!readers.hasNext()) {
                throw new UnusableException(Problem.NOT_A_PICTURE);
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(input, true, true);
                return encode(decode(reader));
            } finally {
                reader.dispose();
            }
        } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new UnusableException(Problem.NOT_A_PICTURE);
        }
    }

    private static BufferedImage decode(ImageReader reader) throws IOException {
        if (!FORMATS.contains(reader.getFormatName().toLowerCase(Locale.ROOT))) {
            throw new UnusableException(Problem.NOT_A_PICTURE);
        }
        int width = reader.getWidth(0);
        int height = reader.getHeight(0);
        if (Math.max(width, height) > LARGEST_SIDE) {
            throw new UnusableException(Problem.TOO_LARGE);
        }
        if (Math.min(width, height) < SMALLEST_SIDE) {
            throw new UnusableException(Problem.TOO_SMALL);
        }
        return reader.read(0);
    }

    private static byte[] encode(BufferedImage picture) throws IOException {
        double scale = Math.min(1, (double) KEPT_SIDE / Math.max(picture.getWidth(), picture.getHeight()));
        int width = Math.max(1, (int) Math.round(picture.getWidth() * scale));
        int height = Math.max(1, (int) Math.round(picture.getHeight() * scale));
        BufferedImage drawn = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        Graphics2D pen = drawn.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        pen.drawImage(picture, 0, 0, width, height, null);
        pen.dispose();
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(drawn, "png", png);
        return png.toByteArray();
    }
}
