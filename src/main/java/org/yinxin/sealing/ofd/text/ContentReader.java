package org.yinxin.sealing.ofd.text;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yinxin.sealing.ofd.XmlElement;

/** Collects the text of a page's or template's content in its order: layers, blocks in blocks, text objects. */
final class ContentReader {

    private final List<Run> runs = new ArrayList<>();

    private ContentReader() {}

    static List<Run> runs(XmlElement page) {
        ContentReader reader = new ContentReader();
        for (XmlElement content : page.children("Content")) {
            reader.walk(content);
        }
        return reader.runs;
    }

    private void walk(XmlElement parent) {
        for (XmlElement element : parent.children()) {
            if (!element.isOfd() || "false".equals(element.attribute("Visible"))) {
                continue;
            }
            switch (element.name()) {
                case "Layer", "PageBlock" -> walk(element);
                case "TextObject" -> text(element);
                default -> {}
            }
        }
    }

    private void text(XmlElement element) {
        double[] boundary = Numbers.parse(attribute(element, "Boundary"));
        Affine shift = boundary.length == 4 ? Affine.shift(boundary[0], boundary[1]) : Affine.IDENTITY;
        TextObject object = new TextObject(
                Affine.parse(attribute(element, "CTM")).then(shift),
                number(element, "Size", 0),
                number(element, "HScale", 1),
                (int) number(element, "ReadDirection", 0),
                (int) number(element, "CharDirection", 0));
        double x = 0;
        double y = 0;
        for (XmlElement code : element.children("TextCode")) {
            x = number(code, "X", x);
            y = number(code, "Y", y);
            int[] letters = code.rawText().codePoints().toArray();
            int steps = Math.max(0, letters.length - 1);
            runs.addAll(object.runs(
                    letters,
                    x,
                    y,
                    Numbers.steps(attribute(code, "DeltaX"), steps),
                    Numbers.steps(attribute(code, "DeltaY"), steps)));
        }
    }

    private static String attribute(XmlElement element, String name) {
        String value = element.attribute(name);
        return value == null ? "" : value;
    }

    /** @param absent what counts where it is missing or no number */
    private static double number(XmlElement element, String name, double absent) {
        @Nullable String value = element.attribute(name);
        double[] numbers = value == null ? new double[0] : Numbers.parse(value);
        return numbers.length == 1 && Double.isFinite(numbers[0]) ? numbers[0] : absent;
    }
}
