package org.yinxin.imprint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.function.Consumer;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.yinxin.shared.SealCode;
import org.yinxin.shared.SealKind;

class ScannedImprintTest {

    private static final String NAME = "杭州测试科技有限公司";
    private static final int SIDE = 800;

    private final byte[] drawn = imprint(NAME);

    @Test
    void onlyTheRedInkStaysAtItsTrueSizeInOurRed() throws IOException {
        byte[] scan = scan(new Color(0xf3efe6), pen -> {
            stamp(pen, 400, 400, 4);
            pen.setColor(new Color(0x222222));
            pen.fillRect(60, 300, 680, 14);
            pen.setColor(new Color(0x2233aa));
            pen.fillRect(60, 500, 680, 10);
        });

        Imprint cleaned = ScannedImprint.clean(scan, SealKind.STATUTORY_NAME, NAME);
        BufferedImage picture = ImageIO.read(new ByteArrayInputStream(cleaned.png()));
        Files.write(Files.createDirectories(Path.of("target/imprints")).resolve("scan.jpg"), scan);
        Files.write(Path.of("target/imprints/scan-cleaned.png"), cleaned.png());

        assertThat(cleaned.widthMm()).isEqualTo(40);
        assertThat(cleaned.svg()).contains("width=\"40mm\"").contains("data:image/png;base64,");
        assertThat(picture.getWidth()).isEqualTo(472);
        assertThat(picture.getHeight()).isEqualTo(472);
        assertThat(picture.getRGB(2, 2) >>> 24).isZero();
        assertThat(picture.getRGB(60, 60) >>> 24).as("paper").isZero();
        assertThat(picture.getRGB(236, 236)).as("middle of the star").isEqualTo(0xffe60012);
        assertThat(alpha(picture, 0, 236) + alpha(picture, 6, 236)).as("ring").isGreaterThan(200);
        assertThat(ImprintSimilarity.of(cleaned.png(), drawn).orElseThrow().percent())
                .isGreaterThan(60);
    }

    @Test
    void neverAddsInk() throws IOException {
        BufferedImage picture = ImageIO.read(new ByteArrayInputStream(ScannedImprint.clean(
                        scan(Color.WHITE, pen -> {
                            stamp(pen, 400, 400, 0);
                            pen.setColor(Color.WHITE);
                            pen.fillRect(430, 0, 60, 330);
                        }),
                        SealKind.STATUTORY_NAME,
                        NAME)
                .png()));

        for (int y = 0; y < 150; y++) {
            for (int x = 270; x < 314; x++) {
                assertThat(alpha(picture, x, y)).as("%d,%d", x, y).isZero();
            }
        }
    }

    @Test
    void fainterInkIsMoreTransparent() throws IOException {
        byte[] scan = scan(Color.WHITE, pen -> {
            stamp(pen, 400, 400, 0);
            pen.setColor(new Color(255, 255, 255, 120));
            pen.fillRect(400, 0, 400, 800);
        });
        BufferedImage picture = ImageIO.read(new ByteArrayInputStream(
                ScannedImprint.clean(scan, SealKind.STATUTORY_NAME, NAME).png()));

        assertThat(alpha(picture, 218, 236)).isGreaterThan(230);
        assertThat(alpha(picture, 254, 236)).isBetween(40, 210);
    }

    @Test
    void specksAndRedLettersFarAwayAreDropped() throws IOException {
        byte[] scan = scan(Color.WHITE, pen -> {
            stamp(pen, 420, 420, 0);
            pen.setColor(Color.RED);
            pen.fillRect(20, 20, 60, 20);
            pen.fillRect(330, 330, 2, 2);
        });
        BufferedImage picture = ImageIO.read(new ByteArrayInputStream(
                ScannedImprint.clean(scan, SealKind.STATUTORY_NAME, NAME).png()));

        assertThat(picture.getRGB(236, 236)).isEqualTo(0xffe60012);
        assertThat(alpha(picture, 236 - 89, 236 - 89)).isZero();
    }

    @Test
    void ourOwnDrawingThatFillsItsPictureIsTaken() {
        assertThat(ImprintSimilarity.of(
                                ScannedImprint.clean(drawn, SealKind.STATUTORY_NAME, NAME)
                                        .png(),
                                drawn)
                        .orElseThrow()
                        .percent())
                .isGreaterThan(95);
    }

    @Test
    void theSealOfACompanyLimitedBySharesIsLarger() {
        assertThat(ScannedImprint.clean(drawn, SealKind.STATUTORY_NAME, "杭州测试科技股份有限公司")
                        .widthMm())
                .isEqualTo(42);
    }

    @Test
    void theSameScanGivesTheSameBytes() {
        byte[] scan = scan(Color.WHITE, pen -> stamp(pen, 400, 400, 7));

        assertThat(ScannedImprint.clean(scan, SealKind.STATUTORY_NAME, NAME).png())
                .isEqualTo(ScannedImprint.clean(scan, SealKind.STATUTORY_NAME, NAME)
                        .png());
    }

    @Test
    void refusesWhatIsNoPictureOrOutOfBounds() {
        refused(new byte[0], ScanRefusal.EMPTY);
        refused(new byte[ScanReader.LARGEST_FILE + 1], ScanRefusal.TOO_LARGE);
        refused("%PDF-1.7".getBytes(java.nio.charset.StandardCharsets.US_ASCII), ScanRefusal.NOT_A_PICTURE);
        refused(java.util.Arrays.copyOf(drawn, 40), ScanRefusal.NOT_A_PICTURE);
        refused(encoded(new BufferedImage(90, 90, BufferedImage.TYPE_INT_RGB), "png"), ScanRefusal.TOO_SMALL);
        refused(encoded(new BufferedImage(400, 400, BufferedImage.TYPE_INT_RGB), "gif"), ScanRefusal.NOT_A_PICTURE);
    }

    @Test
    void refusesAPictureBombBeforeItIsDecoded() {
        byte[] bomb = drawn.clone();
        ByteBuffer.wrap(bomb).putInt(16, 100_000).putInt(20, 100_000);
        CRC32 check = new CRC32();
        check.update(bomb, 12, 17);
        ByteBuffer.wrap(bomb).putInt(29, (int) check.getValue());

        refused(bomb, ScanRefusal.TOO_LARGE);
    }

    @Test
    void refusesAnAnimation() {
        ByteBuffer animated = ByteBuffer.allocate(drawn.length + 20);
        animated.put(drawn, 0, 33).putInt(8);
        byte[] control = {'a', 'c', 'T', 'L', 0, 0, 0, 2, 0, 0, 0, 0};
        CRC32 check = new CRC32();
        check.update(control);
        animated.put(control).putInt((int) check.getValue()).put(drawn, 33, drawn.length - 33);

        refused(animated.array(), ScanRefusal.SEVERAL_FRAMES);
    }

    @Test
    void refusesAScanWithoutRedInk() {
        refused(scan(Color.WHITE, pen -> {}), ScanRefusal.NO_RED_INK);
        refused(
                scan(Color.WHITE, pen -> {
                    pen.setColor(Color.BLACK);
                    pen.drawOval(100, 100, 500, 500);
                }),
                ScanRefusal.NO_RED_INK);
        refused(
                scan(Color.WHITE, pen -> {
                    pen.setColor(Color.BLUE);
                    pen.fillOval(100, 100, 500, 500);
                }),
                ScanRefusal.NO_RED_INK);
    }

    @Test
    void refusesAnImprintThatIsCutOff() {
        for (int lost : new int[] {12, 40, 150}) {
            refused(scan(Color.WHITE, pen -> stamp(pen, 236 - lost, 400, 0)), ScanRefusal.CUT_OFF);
            refused(scan(Color.WHITE, pen -> stamp(pen, 400, SIDE - 236 + lost, 0)), ScanRefusal.CUT_OFF);
        }
    }

    @Test
    void refusesSeveralImprints() {
        refused(
                encoded(
                        painted(1200, 700, Color.WHITE, pen -> {
                            stamp(pen, 280, 350, 0);
                            stamp(pen, 880, 350, 0);
                        }),
                        "png"),
                ScanRefusal.SEVERAL_IMPRINTS);
    }

    @Test
    void refusesAnotherForm() {
        refused(
                scan(Color.WHITE, pen -> {
                    pen.setColor(Color.RED);
                    pen.setStroke(new java.awt.BasicStroke(10));
                    pen.drawOval(100, 200, 600, 400);
                }),
                ScanRefusal.WRONG_FORM);
        refused(
                scan(Color.WHITE, pen -> {
                    pen.setColor(Color.RED);
                    pen.fillOval(100, 100, 460, 460);
                }),
                ScanRefusal.WRONG_FORM);
    }

    @Test
    void refusesAnImprintWithTooFewDots() {
        refused(
                encoded(
                        painted(SIDE, SIDE, Color.WHITE, pen -> {
                            pen.scale(0.3, 0.3);
                            stamp(pen, 1000, 1000, 0);
                        }),
                        "png"),
                ScanRefusal.TOO_SMALL);
    }

    private static void refused(byte[] file, ScanRefusal refusal) {
        assertThatExceptionOfType(ScanRefusedException.class)
                .isThrownBy(() -> ScannedImprint.clean(file, SealKind.STATUTORY_NAME, NAME))
                .extracting(ScanRefusedException::refusal)
                .isEqualTo(refusal);
    }

    private static int alpha(BufferedImage picture, int x, int y) {
        return picture.getRGB(x, y) >>> 24;
    }

    private static byte[] imprint(String name) {
        return new ImprintRenderer()
                .draw(new ImprintSpec(SealKind.STATUTORY_NAME, name, new SealCode("3301080012345")))
                .png();
    }

    private void stamp(Graphics2D pen, int x, int y, double degrees) {
        try {
            AffineTransform place = AffineTransform.getRotateInstance(Math.toRadians(degrees), x, y);
            place.translate(x - 236.0, y - 236.0);
            pen.drawImage(ImageIO.read(new ByteArrayInputStream(drawn)), place, null);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static byte[] scan(Color paper, Consumer<Graphics2D> marks) {
        BufferedImage picture = painted(SIDE, SIDE, paper, marks);
        Random noise = new Random(7);
        for (int y = 0; y < SIDE; y++) {
            for (int x = 0; x < SIDE; x++) {
                Color was = new Color(picture.getRGB(x, y));
                int by = noise.nextInt(13) - 6;
                picture.setRGB(
                        x,
                        y,
                        new Color(
                                        Math.clamp(was.getRed() + by, 0, 255),
                                        Math.clamp(was.getGreen() + by, 0, 255),
                                        Math.clamp(was.getBlue() + by, 0, 255))
                                .getRGB());
            }
        }
        return encoded(picture, "jpg");
    }

    private static BufferedImage painted(int width, int height, Color paper, Consumer<Graphics2D> marks) {
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = picture.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        pen.setColor(paper);
        pen.fillRect(0, 0, width, height);
        marks.accept(pen);
        pen.dispose();
        return picture;
    }

    private static byte[] encoded(BufferedImage picture, String format) {
        try {
            ByteArrayOutputStream file = new ByteArrayOutputStream();
            ImageIO.write(picture, format, file);
            return file.toByteArray();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
