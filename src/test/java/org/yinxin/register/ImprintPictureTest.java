package org.yinxin.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class ImprintPictureTest {

    @Test
    void pngAndJpegAreDrawnAnewAsPng() throws IOException {
        assertThat(ImageIO.read(new ByteArrayInputStream(ImprintPicture.png(picture("png", 300, 200)))))
                .extracting(BufferedImage::getWidth, BufferedImage::getHeight)
                .containsExactly(300, 200);
        assertThat(ImageIO.read(new ByteArrayInputStream(ImprintPicture.png(picture("jpg", 2400, 1200)))))
                .extracting(BufferedImage::getWidth, BufferedImage::getHeight)
                .containsExactly(1200, 600);
    }

    @Test
    void whatTheFileHidBehindThePictureIsGone() throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.write(picture("png", 300, 300));
        file.write("<script>alert(1)</script>".getBytes(StandardCharsets.US_ASCII));

        assertThat(new String(ImprintPicture.png(file.toByteArray()), StandardCharsets.ISO_8859_1))
                .doesNotContain("script");
    }

    @Test
    void aPictureThatUnpacksToGigabytesIsRefusedBeforeItIsDecoded() {
        refused(bomb(60_000), ImprintPicture.Problem.TOO_LARGE);
    }

    @Test
    void whatIsNoPictureOrOutOfBoundsIsRefused() throws IOException {
        refused(new byte[0], ImprintPicture.Problem.EMPTY);
        refused("GIF89a".getBytes(StandardCharsets.US_ASCII), ImprintPicture.Problem.NOT_A_PICTURE);
        refused(picture("gif", 300, 300), ImprintPicture.Problem.NOT_A_PICTURE);
        refused(picture("bmp", 300, 300), ImprintPicture.Problem.NOT_A_PICTURE);
        refused(picture("png", 99, 300), ImprintPicture.Problem.TOO_SMALL);
        refused(new byte[ImprintPicture.LARGEST_FILE + 1], ImprintPicture.Problem.TOO_LARGE);
        byte[] cut = new byte[80];
        System.arraycopy(picture("png", 300, 300), 0, cut, 0, cut.length);
        refused(cut, ImprintPicture.Problem.NOT_A_PICTURE);
    }

    private static void refused(byte[] file, ImprintPicture.Problem problem) {
        assertThatThrownBy(() -> ImprintPicture.png(file))
                .isInstanceOfSatisfying(
                        ImprintPicture.UnusableException.class,
                        e -> assertThat(e.problem()).isEqualTo(problem));
    }

    private static byte[] picture(String format, int width, int height) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), format, bytes);
        return bytes.toByteArray();
    }

    /** A PNG's header that promises a square of this many pixels a side. */
    private static byte[] bomb(int side) {
        byte[] header = ByteBuffer.allocate(17)
                .put("IHDR".getBytes(StandardCharsets.US_ASCII))
                .putInt(side)
                .putInt(side)
                .put(new byte[] {8, 6, 0, 0, 0})
                .array();
        CRC32 check = new CRC32();
        check.update(header);
        return ByteBuffer.allocate(8 + 4 + 17 + 4)
                .put(new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10})
                .putInt(13)
                .put(header)
                .putInt((int) check.getValue())
                .array();
    }
}
