package org.yinxin.sealing.ofd.drawing;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Paint;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.util.ArrayList;
import java.util.List;
import org.yinxin.sealing.ofd.XmlElement;

/** Draws text objects (11.2) as outlines. */
final class TextDrawer {

    private static final int BOLD = 600;
    private static final double SLANT = -0.2126;

    private final Resources resources;
    private final Colours colours;

    TextDrawer(Resources resources, Colours colours) {
        this.resources = resources;
        this.colours = colours;
    }

    void draw(XmlElement object, Style style, Sheet sheet) {
        Path2D ink = outline(object, sheet.budget());
        if (Numbers.flag(object.attribute("Fill"), true)) {
            XmlElement colour = style.colour("FillColor");
            Paint paint = colour == null ? Color.BLACK : colours.paint(colour);
            if (paint != null) {
                sheet.fill(ink, paint);
                thicken(object, ink, paint, sheet);
            }
        }
        XmlElement line = style.colour("StrokeColor");
        Paint paint = line == null ? null : colours.paint(line);
        if (Numbers.flag(object.attribute("Stroke"), false) && paint != null) {
            sheet.stroke(ink, style.stroke(0, 0), paint);
        }
    }

    /** A font that is not there cannot be bold by itself. */
    private void thicken(XmlElement object, Path2D ink, Paint paint, Sheet sheet) {
        boolean bold = Numbers.integer(object.attribute("Weight"), 400) >= BOLD;
        if (bold && !resources.face(object.attribute("Font")).embedded()) {
            float width = (float) (Numbers.number(object.attribute("Size"), 0) * 0.03);
            sheet.stroke(ink, new BasicStroke(Math.max(0, width)), paint);
        }
    }

    /** All glyphs of the object in its own coordinates. */
    Path2D outline(XmlElement object, Budget budget) {
        Face face = resources.face(object.attribute("Font"));
        double size = Numbers.number(object.attribute("Size"), 0);
        double stretch = Numbers.number(object.attribute("HScale"), 1);
        AffineTransform shape = AffineTransform.getRotateInstance(
                Math.toRadians(Numbers.integer(object.attribute("CharDirection"), 0)));
        shape.scale(size * stretch, -size);
        if (Numbers.flag(object.attribute("Italic"), false) && !face.embedded()) {
            shape.shear(-SLANT, 0);
        }
        Path2D ink = new Path2D.Float(Path2D.WIND_NON_ZERO);
        for (TextRun run : runs(object, face, size, stretch)) {
            for (TextRun.Mark mark : run.glyphs()) {
                budget.glyph();
                put(mark, face, shape, size * stretch, ink);
            }
        }
        return ink;
    }

    private static void put(TextRun.Mark mark, Face own, AffineTransform shape, double em, Path2D ink) {
        Face face = own;
        int glyph = own.embedded() && mark.glyph() >= 0 ? mark.glyph() : own.glyph(mark.character());
        if (glyph == 0 && mark.glyph() <= 0 && own.embedded()) {
            face = FallbackFace.get();
            glyph = face.glyph(mark.character());
        }
        AffineTransform place = AffineTransform.getTranslateInstance(mark.x(), mark.y());
        place.concatenate(shape);
        double width = face.embedded() || mark.room() <= 0 ? 0 : face.advance(glyph) * em;
        if (width > mark.room() * 1.02) {
            place.scale(Math.max(0.5, mark.room() / width), 1);
        }
        ink.append(face.outline(glyph).getPathIterator(place), false);
    }

    private static List<TextRun> runs(XmlElement object, Face face, double size, double stretch) {
        TextRun.Advance advance = advance(object, face, size, stretch);
        List<TextRun> runs = new ArrayList<>();
        List<TextRun.Chosen> chosen = new ArrayList<>();
        boolean forAll = allChosenFirst(object);
        double[] from = {0, 0};
        int offset = 0;
        for (XmlElement child : object.children()) {
            if (child.name().equals("CGTransform")) {
                chosen.add(TextRun.Chosen.of(child));
            } else if (child.name().equals("TextCode")) {
                runs.add(TextRun.of(child, chosen, offset, advance, from));
                if (forAll) {
                    offset += (int)
                            child.rawText().codePoints().filter(c -> c >= ' ').count();
                } else {
                    chosen.clear();
                }
            }
        }
        return runs;
    }

    /** Chosen glyphs stand before the code they belong to, or all together before the first. */
    private static boolean allChosenFirst(XmlElement object) {
        List<String> names = object.children().stream().map(XmlElement::name).toList();
        return names.lastIndexOf("CGTransform") < names.indexOf("TextCode");
    }

    private static TextRun.Advance advance(XmlElement object, Face face, double size, double stretch) {
        double angle = Math.toRadians(Numbers.integer(object.attribute("ReadDirection"), 0));
        return (chosen, character) -> {
            int glyph = face.embedded() && chosen >= 0 ? chosen : face.glyph(character);
            double step = face.advance(glyph) * size * stretch;
            return new double[] {step * Math.cos(angle), step * Math.sin(angle)};
        };
    }
}
