package org.yinxin.sealing.ofd.drawing;

import java.awt.Color;
import java.awt.LinearGradientPaint;
import java.awt.MultipleGradientPaint.CycleMethod;
import java.awt.Paint;
import java.awt.RadialGradientPaint;
import java.awt.geom.Point2D;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.yinxin.sealing.ofd.XmlElement;

/** Turns colours (8.3), plain or as axial and radial shadings, into paints. */
final class Colours {

    private static final int MOST_STOPS = 256;

    private final Resources resources;
    private final @Nullable String defaultSpace;

    Colours(Resources resources, @Nullable String defaultSpace) {
        this.resources = resources;
        this.defaultSpace = defaultSpace;
    }

    /** @return null for what leaves no ink: patterns and mesh shadings are not drawn */
    @Nullable
    Paint paint(XmlElement colour) {
        for (XmlElement child : colour.children()) {
            switch (child.name()) {
                case "AxialShd" -> {
                    return axial(child);
                }
                case "RadialShd" -> {
                    return radial(child);
                }
                case "Pattern", "GouraudShd", "LaGourandShd", "LaGouraudShd" -> {
                    return null;
                }
                default -> {}
            }
        }
        return plain(colour);
    }

    private Color plain(XmlElement colour) {
        XmlElement space = resources.find("ColorSpace", colour.attribute("ColorSpace"));
        if (space == null) {
            space = resources.find("ColorSpace", defaultSpace);
        }
        double[] value = Numbers.array(colour.attribute("Value"));
        String index = colour.attribute("Index");
        if (value.length == 0 && index != null && space != null) {
            value = palette(space, Numbers.integer(index, 0));
        }
        int bits = space == null ? 8 : Math.clamp(Numbers.integer(space.attribute("BitsPerComponent"), 8), 1, 16);
        double most = (1 << bits) - 1;
        int alpha = Math.clamp(Numbers.integer(colour.attribute("Alpha"), 255), 0, 255);
        double[] parts =
                Arrays.stream(value).map(part -> Math.clamp(part / most, 0, 1)).toArray();
        return switch (parts.length) {
            case 0, 2 -> new Color(0, 0, 0, alpha);
            case 1 -> colour(parts[0], parts[0], parts[0], alpha);
            case 3 -> colour(parts[0], parts[1], parts[2], alpha);
            default ->
                colour(
                        (1 - parts[0]) * (1 - parts[3]),
                        (1 - parts[1]) * (1 - parts[3]),
                        (1 - parts[2]) * (1 - parts[3]),
                        alpha);
        };
    }

    private static double[] palette(XmlElement space, int index) {
        XmlElement palette = space.child("Palette");
        if (palette == null || index < 0 || index >= palette.children().size()) {
            return new double[0];
        }
        return Numbers.array(palette.children().get(index).text());
    }

    private static Color colour(double red, double green, double blue, int alpha) {
        return new Color(
                (int) Math.round(red * 255), (int) Math.round(green * 255), (int) Math.round(blue * 255), alpha);
    }

    private @Nullable Paint axial(XmlElement shading) {
        double[] start = Numbers.array(shading.attribute("StartPoint"));
        double[] end = Numbers.array(shading.attribute("EndPoint"));
        Stops stops = stops(shading);
        if (start.length < 2 || end.length < 2 || stops == null) {
            return null;
        }
        if (Point2D.distance(start[0], start[1], end[0], end[1]) < 1e-6) {
            return stops.colours()[stops.colours().length - 1];
        }
        return new LinearGradientPaint(
                new Point2D.Double(start[0], start[1]),
                new Point2D.Double(end[0], end[1]),
                stops.positions(),
                stops.colours(),
                cycle(shading));
    }

    private @Nullable Paint radial(XmlElement shading) {
        double[] start = Numbers.array(shading.attribute("StartPoint"));
        double[] end = Numbers.array(shading.attribute("EndPoint"));
        double radius = Numbers.number(shading.attribute("EndRadius"), 0);
        Stops stops = stops(shading);
        if (start.length < 2 || end.length < 2 || stops == null || radius <= 1e-6) {
            return null;
        }
        return new RadialGradientPaint(
                new Point2D.Double(end[0], end[1]),
                (float) radius,
                new Point2D.Double(start[0], start[1]),
                stops.positions(),
                stops.colours(),
                cycle(shading));
    }

    private static CycleMethod cycle(XmlElement shading) {
        return switch (String.valueOf(shading.attribute("MapType"))) {
            case "Repeat" -> CycleMethod.REPEAT;
            case "Reflect" -> CycleMethod.REFLECT;
            default -> CycleMethod.NO_CYCLE;
        };
    }

    private @Nullable Stops stops(XmlElement shading) {
        List<XmlElement> segments = shading.children().stream()
                .filter(child -> child.name().equals("Segment") && child.child("Color") != null)
                .limit(MOST_STOPS)
                .toList();
        if (segments.size() < 2) {
            return null;
        }
        float[] positions = new float[segments.size()];
        List<Color> colours = new ArrayList<>();
        for (int i = 0; i < positions.length; i++) {
            double evenly = i / (positions.length - 1.0);
            float wanted = (float) Numbers.number(segments.get(i).attribute("Position"), evenly);
            positions[i] = i == 0 ? Math.clamp(wanted, 0, 0.99f) : Math.max(Math.nextUp(positions[i - 1]), wanted);
            colours.add(plain(Objects.requireNonNull(segments.get(i).child("Color"))));
        }
        if (positions[positions.length - 1] > 1) {
            for (int i = 0; i < positions.length; i++) {
                positions[i] = i / (positions.length - 1f);
            }
        }
        return new Stops(positions, colours.toArray(Color[]::new));
    }

    private record Stops(float[] positions, Color[] colours) {}
}
