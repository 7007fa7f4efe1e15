package org.yinxin.imprint;

import java.awt.image.BufferedImage;
import java.nio.ByteBuffer;
import java.util.List;
import org.yinxin.shared.SealKind;

/**
 * Makes an imprint from the scan of a stamped one: only its red ink stays, in our red, as dense as it was, at the true
 * size of its kind. Ink is taken away (specks, other colours) and never added; what lies askew stays askew.
 */
public final class ScannedImprint {

    private static final double ANOTHER_IMPRINT = 0.5;
    private static final double OTHER_FORM = 0.08;
    private static final double TANGENT = 0.2;
    private static final double LEAST_DOTS = 0.4;
    private static final double LEAST_INK = 0.02;
    private static final double MOST_INK = 0.75;
    private static final int SAMPLES = 4;

    private final RedInk ink;
    private final Cluster imprint;
    private final SealShape shape;

    private ScannedImprint(RedInk ink, Cluster imprint, SealShape shape) {
        this.ink = ink;
        this.imprint = imprint;
        this.shape = shape;
    }

    /**
     * @param name the owner's registered name, which the size of a statutory-name seal follows
     * @throws ScanRefusedException when there is not exactly one whole red imprint of the kind's form
     */
    public static Imprint clean(byte[] file, SealKind kind, String name) {
        RedInk ink = RedInk.of(ScanReader.read(file));
        List<Cluster> clusters = InkBlots.clusters(ink);
        if (clusters.isEmpty()) {
            throw new ScanRefusedException(ScanRefusal.NO_RED_INK);
        }
        SealShape shape = SealShape.of(kind, ImprintSpec.limitedByShares(name), false);
        ScannedImprint scanned = new ScannedImprint(ink, clusters.getFirst(), shape);
        scanned.check(clusters);
        return scanned.imprint(name);
    }

    /** An imprint that was cleaned before, from its picture. */
    public static Imprint kept(byte[] png, String name) {
        ByteBuffer header = ByteBuffer.wrap(png);
        double widthMm = Math.round(header.getInt(16) / PngPicture.DOTS_PER_MM);
        double heightMm = Math.round(header.getInt(20) / PngPicture.DOTS_PER_MM);
        return new Imprint(SvgPicture.of(png, widthMm, heightMm, name.strip()), png, widthMm, heightMm);
    }

    private void check(List<Cluster> clusters) {
        Blot box = imprint.box;
        if (clusters.stream()
                        .filter(other -> other.box.width() > box.width() * ANOTHER_IMPRINT
                                && other.box.height() > box.height() * ANOTHER_IMPRINT)
                        .count()
                > 1) {
            throw new ScanRefusedException(ScanRefusal.SEVERAL_IMPRINTS);
        }
        if (cutOff()) {
            throw new ScanRefusedException(ScanRefusal.CUT_OFF);
        }
        if (box.longer() < LEAST_DOTS * shape.widthMm() * PngPicture.DOTS_PER_MM) {
            throw new ScanRefusedException(ScanRefusal.TOO_SMALL);
        }
        double form = box.width() * shape.heightMm() / (box.height() * shape.widthMm());
        double covered = (double) box.pixels / ((double) box.width() * box.height());
        if (Math.abs(form - 1) > OTHER_FORM || covered < LEAST_INK || covered > MOST_INK) {
            throw new ScanRefusedException(ScanRefusal.WRONG_FORM);
        }
    }

    /** A whole ring may touch an edge of the picture in a point, a cut one lies along it. */
    private boolean cutOff() {
        int width = ink.width();
        int last = (ink.height() - 1) * width;
        double across = TANGENT * imprint.box.width();
        double down = TANGENT * imprint.box.height();
        return touching(0, 1, width) > across
                || touching(last, 1, width) > across
                || touching(0, width, ink.height()) > down
                || touching(width - 1, width, ink.height()) > down;
    }

    private int touching(int start, int step, int count) {
        int first = -1;
        int last = -2;
        for (int i = 0; i < count; i++) {
            if (imprint.has(start + i * step)) {
                first = first < 0 ? i : first;
                last = i;
            }
        }
        return last - first + 1;
    }

    private Imprint imprint(String name) {
        byte[] png = PngPicture.of(scaled());
        return new Imprint(
                SvgPicture.of(png, shape.widthMm(), shape.heightMm(), name.strip()),
                png,
                shape.widthMm(),
                shape.heightMm());
    }

    private BufferedImage scaled() {
        int width = (int) Math.round(shape.widthMm() * PngPicture.DOTS_PER_MM);
        int height = (int) Math.round(shape.heightMm() * PngPicture.DOTS_PER_MM);
        Blot box = imprint.box;
        double step = Math.max((double) box.width() / width, (double) box.height() / height);
        double left = box.left + (box.width() - width * step) / 2;
        double top = box.top + (box.height() - height * step) / 2;
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                picture.setRGB(x, y, mean(left + x * step, top + y * step, step) << 24);
            }
        }
        return picture;
    }

    private int mean(double left, double top, double side) {
        double sum = 0;
        for (int line = 0; line < SAMPLES; line++) {
            for (int column = 0; column < SAMPLES; column++) {
                sum += at(left + (column + 0.5) * side / SAMPLES - 0.5, top + (line + 0.5) * side / SAMPLES - 0.5);
            }
        }
        return (int) Math.round(sum / (SAMPLES * SAMPLES));
    }

    private double at(double x, double y) {
        int left = (int) Math.floor(x);
        int top = (int) Math.floor(y);
        double right = x - left;
        double down = y - top;
        return (density(left, top) * (1 - right) + density(left + 1, top) * right) * (1 - down)
                + (density(left, top + 1) * (1 - right) + density(left + 1, top + 1) * right) * down;
    }

    private int density(int x, int y) {
        if (x < 0 || y < 0 || x >= ink.width() || y >= ink.height()) {
            return 0;
        }
        int pixel = y * ink.width() + x;
        return imprint.has(pixel) ? ink.density()[pixel] : 0;
    }
}
