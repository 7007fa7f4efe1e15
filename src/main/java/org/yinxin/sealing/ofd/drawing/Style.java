package org.yinxin.sealing.ofd.drawing;

import java.awt.BasicStroke;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yinxin.sealing.ofd.XmlElement;

/** What an object says about lines and colours, and after it the drawing parameters that it inherits (8.2). */
final class Style {

    private static final int DEEPEST = 8;
    private static final double LINE_WIDTH = 0.353;
    private static final double MITER = 3.528;
    /** A line broken into more dashes than this is drawn whole. */
    private static final double MOST_DASHES = 20_000;

    private final List<XmlElement> sources = new ArrayList<>();

    private Style() {}

    static Style of(XmlElement object, @Nullable String layerParam, Resources resources) {
        Style style = new Style();
        style.sources.add(object);
        style.inherit(object.attribute("DrawParam"), resources);
        style.inherit(layerParam, resources);
        return style;
    }

    private void inherit(@Nullable String id, Resources resources) {
        XmlElement param = resources.find("DrawParam", id);
        for (int depth = 0; param != null && depth < DEEPEST; depth++) {
            sources.add(param);
            param = resources.find("DrawParam", param.attribute("Relative"));
        }
    }

    @Nullable
    XmlElement colour(String name) {
        return sources.stream()
                .map(source -> source.child(name))
                .filter(found -> found != null)
                .findFirst()
                .orElse(null);
    }

    private @Nullable String value(String name) {
        return sources.stream()
                .map(source -> source.attribute(name))
                .filter(found -> found != null)
                .findFirst()
                .orElse(null);
    }

    /**
     * @param length of the path that will be drawn
     * @param hairline the thinnest line that still shows, in the path's own units
     */
    BasicStroke stroke(double length, double hairline) {
        double width = Math.max(Math.abs(Numbers.number(value("LineWidth"), LINE_WIDTH)), hairline);
        int cap = switch (String.valueOf(value("Cap"))) {
            case "Round" -> BasicStroke.CAP_ROUND;
            case "Square" -> BasicStroke.CAP_SQUARE;
            default -> BasicStroke.CAP_BUTT;
        };
        int join = switch (String.valueOf(value("Join"))) {
            case "Round" -> BasicStroke.JOIN_ROUND;
            case "Bevel" -> BasicStroke.JOIN_BEVEL;
            default -> BasicStroke.JOIN_MITER;
        };
        float miter = (float) Math.max(1, Numbers.number(value("MiterLimit"), MITER));
        float[] dash = dash(length);
        float phase = (float) Math.max(0, Numbers.number(value("DashOffset"), 0));
        return new BasicStroke((float) width, cap, join, miter, dash, dash == null ? 0 : phase);
    }

    private float @Nullable [] dash(double length) {
        double[] pattern = Numbers.array(value("DashPattern"));
        double sum = 0;
        float[] dash = new float[pattern.length];
        for (int i = 0; i < pattern.length; i++) {
            dash[i] = (float) Math.abs(pattern[i]);
            sum += dash[i];
        }
        boolean drawable = sum > 0 && length / sum * pattern.length < MOST_DASHES;
        return drawable ? dash : null;
    }
}
