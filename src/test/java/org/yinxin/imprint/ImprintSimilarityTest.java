package org.yinxin.imprint;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.yinxin.shared.SealCode;
import org.yinxin.shared.SealKind;

class ImprintSimilarityTest {

    private static final SealCode CODE = new SealCode("3301080012345");

    @Test
    void aScanOfTheSameSealScoresHighHoweverItLies() throws IOException {
        byte[] drawn = imprint("杭州测试科技有限公司");

        for (double degrees : new double[] {-8, 0, 5}) {
            ImprintSimilarity found =
                    ImprintSimilarity.of(scan(drawn, degrees), drawn).orElseThrow();
            assertThat(found.percent()).as("%s degrees", degrees).isGreaterThan(75);
            assertThat(Math.abs(Math.abs(found.degrees()) - Math.abs(degrees))).isLessThan(1.6);
            Files.write(
                    Files.createDirectories(Path.of("target/imprints")).resolve("overlay" + degrees + ".png"),
                    found.overlay());
        }
    }

    @Test
    void anotherCompanysSealScoresClearlyLowerEvenWithTheSameEnding() throws IOException {
        byte[] drawn = imprint("杭州测试科技有限公司");
        int same = ImprintSimilarity.of(scan(drawn, 3), drawn).orElseThrow().percent();

        for (String other : new String[] {"宁波海曙贸易有限公司", "杭州西湖龙井茶叶贸易有限公司", "大有商行"}) {
            int score = ImprintSimilarity.of(scan(imprint(other), 3), drawn)
                    .orElseThrow()
                    .percent();
            assertThat(score).as(other + " against " + same).isLessThan(same - 20);
        }
    }

    @Test
    void whatIsNoPictureOrHoldsNoInkIsNotCompared() throws IOException {
        byte[] drawn = imprint("杭州测试科技有限公司");
        BufferedImage paper = new BufferedImage(300, 300, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = paper.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, 300, 300);
        pen.dispose();

        assertThat(ImprintSimilarity.of(png(paper), drawn)).isEmpty();
        assertThat(ImprintSimilarity.of("no picture".getBytes(), drawn)).isEmpty();
    }

    private static byte[] imprint(String name) {
        return new ImprintRenderer()
                .draw(new ImprintSpec(SealKind.STATUTORY_NAME, name, CODE))
                .png();
    }

    /** On greyish paper, turned, off the middle, with specks: what a police scanner makes of it. */
    private static byte[] scan(byte[] imprint, double degrees) throws IOException {
        BufferedImage scan = new BufferedImage(620, 640, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = scan.createGraphics();
        pen.setColor(new Color(236, 232, 224));
        pen.fillRect(0, 0, scan.getWidth(), scan.getHeight());
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        pen.rotate(Math.toRadians(degrees), 300, 330);
        pen.drawImage(ImageIO.read(new ByteArrayInputStream(imprint)), 70, 90, 470, 470, null);
        pen.dispose();
        Random random = new Random(7);
        for (int i = 0; i < 400; i++) {
            scan.setRGB(random.nextInt(620), random.nextInt(640), 0x606060);
        }
        return png(scan);
    }

    private static byte[] png(BufferedImage picture) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        ImageIO.write(picture, "png", file);
        return file.toByteArray();
    }
}
