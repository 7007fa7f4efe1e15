package org.yinxin.imprint;

import java.awt.geom.Path2D;
import java.awt.geom.PathIterator;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Base64;

/** The ink as an SVG document: one path or one picture, user units and size in millimetres. */
final class SvgPicture {

    private static final String COMMANDS = "MLQCZ";
    private static final int[] POINTS = {1, 1, 2, 3, 0};

    private SvgPicture() {}

    static String of(Path2D ink, double widthMm, double heightMm, String title) {
        return """
                <svg xmlns="http://www.w3.org/2000/svg" role="img" width="%1$smm" height="%2$smm" viewBox="0 0 %1$s %2$s">\
                <title>%3$s</title><path fill="#e60012" d="%4$s"/></svg>
                """.formatted(number(widthMm), number(heightMm), escaped(title), commands(ink));
    }

    /** A picture that has no outlines: the PNG stands inside, so that the file needs no other. */
    static String of(byte[] png, double widthMm, double heightMm, String title) {
        return """
                <svg xmlns="http://www.w3.org/2000/svg" role="img" width="%1$smm" height="%2$smm" viewBox="0 0 %1$s %2$s">\
                <title>%3$s</title><image width="%1$s" height="%2$s" href="data:image/png;base64,%4$s"/></svg>
                """.formatted(
                        number(widthMm),
                        number(heightMm),
                        escaped(title),
                        Base64.getEncoder().encodeToString(png));
    }

    private static String commands(Path2D ink) {
        StringBuilder text = new StringBuilder(32_768);
        double[] at = new double[6];
        for (PathIterator parts = ink.getPathIterator(null); !parts.isDone(); parts.next()) {
            int command = parts.currentSegment(at);
            text.append(COMMANDS.charAt(command));
            for (int i = 0; i < POINTS[command] * 2; i++) {
                if (i > 0) {
                    text.append(' ');
                }
                text.append(number(at[i]));
            }
        }
        return text.toString();
    }

    /** Thousandths of a millimetre are finer than any printer. */
    private static String number(double value) {
        BigDecimal rounded = BigDecimal.valueOf(value).setScale(3, RoundingMode.HALF_EVEN);
        return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
