package org.yinxin.sealing.ofd.drawing;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.Locale;
import java.util.Optional;
import org.yinxin.sealing.ofd.OfdBox;
import org.yinxin.sealing.ofd.XmlElement;

/** Draws picture objects (10); what cannot be shown is framed and named. */
final class ImageDrawer {

    private static final Color FRAME = new Color(0x50, 0x5a, 0x6b);
    private static final int LONGEST_NAME = 8;

    private final Resources resources;

    ImageDrawer(Resources resources) {
        this.resources = resources;
    }

    /** @param sheet in the coordinates of the object's boundary, before its own transformation */
    void draw(XmlElement object, OfdBox boundary, Sheet sheet) {
        AffineTransform place = object.attribute("CTM") == null
                ? AffineTransform.getScaleInstance(boundary.width(), boundary.height())
                : Transforms.of(object.attribute("CTM"));
        double[] dots = sheet.unitSquare(place);
        String id = object.attribute("ResourceID");
        Optional<BufferedImage> picture = Optional.ofNullable(id)
                .flatMap(resources::media)
                .flatMap(file -> Pictures.read(file, dots[0], dots[1], sheet.budget()));
        if (picture.isPresent()) {
            put(picture.get(), place, sheet);
        } else {
            frame(place, name(id), sheet);
        }
    }

    /** @param place of the unit square that the picture fills */
    static void put(BufferedImage picture, AffineTransform place, Sheet sheet) {
        AffineTransform all = new AffineTransform(place);
        all.scale(1.0 / picture.getWidth(), 1.0 / picture.getHeight());
        sheet.picture(picture, all);
    }

    private static void frame(AffineTransform place, String name, Sheet sheet) {
        double line = 0.8 / Math.max(1e-6, sheet.dots());
        float[] dashes = {(float) (4 * line), (float) (3 * line)};
        sheet.stroke(
                place.createTransformedShape(new Rectangle2D.Double(0, 0, 1, 1)),
                new BasicStroke((float) line, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 4, dashes, 0),
                FRAME);
        Rectangle2D frame =
                place.createTransformedShape(new Rectangle2D.Double(0, 0, 1, 1)).getBounds2D();
        double size = Math.min(Math.min(frame.getHeight() / 2, frame.getWidth() / Math.max(2, name.length())), 8);
        double width = name.codePoints().mapToDouble(ImageDrawer::advance).sum() * size;
        Path2D ink = new Path2D.Double();
        double x = frame.getCenterX() - width / 2;
        for (int character : name.codePoints().toArray()) {
            AffineTransform letter = AffineTransform.getTranslateInstance(x, frame.getCenterY() + size * 0.35);
            letter.scale(size, -size);
            FallbackFace face = FallbackFace.get();
            ink.append(face.outline(face.glyph(character)).getPathIterator(letter), false);
            x += advance(character) * size;
        }
        sheet.fill(ink, FRAME);
    }

    private static double advance(int character) {
        return FallbackFace.get().advance(FallbackFace.get().glyph(character));
    }

    private String name(@org.jspecify.annotations.Nullable String id) {
        XmlElement media = resources.find("MultiMedia", id);
        XmlElement file = media == null ? null : media.child("MediaFile");
        String path = file == null ? "?" : file.text();
        String kind = path.substring(path.lastIndexOf('.') + 1).toUpperCase(Locale.ROOT);
        return kind.isEmpty() || kind.length() > LONGEST_NAME ? "?" : kind;
    }
}
