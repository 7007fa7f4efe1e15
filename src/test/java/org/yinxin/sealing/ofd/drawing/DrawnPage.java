package org.yinxin.sealing.ofd.drawing;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;
import org.yinxin.sealing.ofd.OfdFiles;
import org.yinxin.sealing.ofd.OfdLimits;

/** A page as it was drawn, asked about in millimetres. */
final class DrawnPage {

    private static final int WIDTH = 840;

    private final BufferedImage picture;
    private final double dotsPerMm;

    private DrawnPage(BufferedImage picture, double widthMm) {
        this.picture = picture;
        this.dotsPerMm = picture.getWidth() / widthMm;
    }

    static DrawnPage of(byte[] file, int page, double widthMm) {
        return new DrawnPage(renderer().picture(file, page, WIDTH), widthMm);
    }

    /** An A4 page with this content in its only layer. */
    static DrawnPage of(String content) {
        return of(document(content, Map.of()), 1, 210);
    }

    static byte[] document(String content, Map<String, byte[]> more) {
        Map<String, byte[]> parts = new LinkedHashMap<>(OfdFiles.parts(1));
        parts.put(
                "Doc_0/Pages/Page_0/Content.xml",
                OfdFiles.xml("<ofd:Page xmlns:ofd=\"http://www.ofdspec.org/2016\"><ofd:Content><ofd:Layer ID=\"2\">"
                        + content + "</ofd:Layer></ofd:Content></ofd:Page>"));
        parts.put(
                "Doc_0/Document.xml",
                new String(parts.get("Doc_0/Document.xml"), StandardCharsets.UTF_8)
                        .replace("</ofd:CommonData>", "<ofd:DocumentRes>Res.xml</ofd:DocumentRes></ofd:CommonData>")
                        .getBytes(StandardCharsets.UTF_8));
        parts.putAll(more);
        return OfdFiles.zip(parts);
    }

    static OfdPageRenderer renderer() {
        return new OfdPageRenderer(OfdLimits.standard(), Duration.ofSeconds(20));
    }

    Color at(double x, double y) {
        return new Color(picture.getRGB((int) (x * dotsPerMm), (int) (y * dotsPerMm)));
    }

    /** The share of a rectangle's dots that satisfy a condition. */
    double share(double x, double y, double width, double height, Predicate<Color> condition) {
        int found = 0;
        int all = 0;
        int right = (int) Math.min(picture.getWidth(), (x + width) * dotsPerMm);
        int bottom = (int) Math.min(picture.getHeight(), (y + height) * dotsPerMm);
        for (int row = (int) (y * dotsPerMm); row < bottom; row++) {
            for (int column = (int) (x * dotsPerMm); column < right; column++) {
                all++;
                found += condition.test(new Color(picture.getRGB(column, row))) ? 1 : 0;
            }
        }
        return found / (double) all;
    }

    double ink(double x, double y, double width, double height) {
        return share(x, y, width, height, colour -> colour.getRed() + colour.getGreen() + colour.getBlue() < 600);
    }

    static boolean red(Color colour) {
        return colour.getRed() > 180 && colour.getGreen() < 110 && colour.getBlue() < 110;
    }
}
