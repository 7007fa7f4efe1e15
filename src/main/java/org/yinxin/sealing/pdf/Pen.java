package org.yinxin.sealing.pdf;

import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.PathIterator;
import java.awt.geom.Rectangle2D;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.Deflater;

/** Writes drawing instructions (ISO 32000-1, 8.5). */
final class Pen {

    static final String WHITE = "1 g";
    static final String INK_BLACK = "0.1 0.12 0.17 rg";

    private final StringBuilder out = new StringBuilder(1_024);

    Pen say(String operator) {
        out.append(operator).append('\n');
        return this;
    }

    Pen transform(AffineTransform at) {
        double[] m = new double[6];
        at.getMatrix(m);
        for (double value : m) {
            number(value);
        }
        return say("cm");
    }

    Pen rectangle(double x, double y, double width, double height) {
        number(x).number(y).number(width).number(height);
        return say("re");
    }

    Pen rectangle(Rectangle2D at) {
        return rectangle(at.getX(), at.getY(), at.getWidth(), at.getHeight());
    }

    /** A form or picture by its name among the resources. */
    Pen show(String name) {
        return say("/" + name + " Do");
    }

    Pen fill(Shape shape) {
        double[] at = new double[6];
        double[] from = new double[2];
        for (PathIterator i = shape.getPathIterator(null); !i.isDone(); i.next()) {
            segment(i.currentSegment(at), at, from);
        }
        return say("f");
    }

    private void segment(int kind, double[] at, double[] from) {
        switch (kind) {
            case PathIterator.SEG_MOVETO -> step(at, from, 0, "m");
            case PathIterator.SEG_LINETO -> step(at, from, 0, "l");
            case PathIterator.SEG_QUADTO -> {
                number(from[0] + (at[0] - from[0]) * 2 / 3).number(from[1] + (at[1] - from[1]) * 2 / 3);
                number(at[2] + (at[0] - at[2]) * 2 / 3).number(at[3] + (at[1] - at[3]) * 2 / 3);
                step(at, from, 2, "c");
            }
            case PathIterator.SEG_CUBICTO -> {
                number(at[0]).number(at[1]).number(at[2]).number(at[3]);
                step(at, from, 4, "c");
            }
            default -> say("h");
        }
    }

    private void step(double[] at, double[] from, int end, String operator) {
        from[0] = at[end];
        from[1] = at[end + 1];
        number(from[0]).number(from[1]).say(operator);
    }

    /** With five decimals at most, without an exponent, as the format asks. */
    private Pen number(double value) {
        long scaled = Math.round(Math.abs(value) * 100_000);
        if (value < 0 && scaled > 0) {
            out.append('-');
        }
        out.append(scaled / 100_000);
        long rest = scaled % 100_000;
        if (rest > 0) {
            String digits = Long.toString(100_000 + rest);
            int end = digits.length();
            while (digits.charAt(end - 1) == '0') {
                end--;
            }
            out.append('.').append(digits, 1, end);
        }
        out.append(' ');
        return this;
    }

    byte[] packed() {
        return deflate(out.toString().getBytes(StandardCharsets.ISO_8859_1), Deflater.DEFAULT_COMPRESSION);
    }

    static byte[] deflate(byte[] bytes, int level) {
        Deflater deflater = new Deflater(level);
        try {
            deflater.setInput(bytes);
            deflater.finish();
            byte[] packed = new byte[bytes.length + bytes.length / 1_000 + 64];
            int length = deflater.deflate(packed);
            return Arrays.copyOf(packed, length);
        } finally {
            deflater.end();
        }
    }
}
