package org.yinxin.sealing.ofd.drawing;

import java.awt.geom.AffineTransform;
import org.jspecify.annotations.Nullable;
import org.yinxin.sealing.ofd.OfdBox;
import org.yinxin.sealing.ofd.XmlElement;

/** Draws layers, blocks and the objects in them (7.7, 8.5), one after the other. */
final class ContentDrawer {

    private static final int DEEPEST = 24;

    private final Resources resources;
    private final PathDrawer paths;
    private final TextDrawer texts;
    private final ImageDrawer images;
    private final Clips clips;

    ContentDrawer(Resources resources, @Nullable String defaultSpace) {
        this.resources = resources;
        Colours colours = new Colours(resources, defaultSpace);
        this.paths = new PathDrawer(colours);
        this.texts = new TextDrawer(resources, colours);
        this.images = new ImageDrawer(resources);
        this.clips = new Clips(texts);
    }

    void block(XmlElement block, @Nullable String layerParam, Sheet sheet, int depth) {
        if (depth > DEEPEST) {
            throw new TooCostlyException();
        }
        for (XmlElement object : block.children()) {
            sheet.budget().object();
            if (object.name().equals("PageBlock")) {
                block(object, layerParam, sheet, depth + 1);
            } else if (object.name().endsWith("Object") && Numbers.flag(object.attribute("Visible"), true)) {
                object(object, layerParam, sheet, depth);
            }
        }
    }

    private void object(XmlElement object, @Nullable String layerParam, Sheet page, int depth) {
        OfdBox boundary = OfdBox.parse(object.attribute("Boundary")).orElse(null);
        if (boundary == null) {
            return;
        }
        Sheet sheet = page.part();
        try {
            // Readers let text reach over its boundary, and writers rely on it.
            if (!object.name().equals("TextObject")) {
                sheet.clip(boundary);
            }
            sheet.move(boundary.x(), boundary.y());
            sheet.alpha(Numbers.integer(object.attribute("Alpha"), 255));
            clips.apply(object, sheet);
            switch (object.name()) {
                case "PathObject" -> {
                    sheet.transform(Transforms.of(object.attribute("CTM")));
                    paths.draw(object, Style.of(object, layerParam, resources), sheet);
                }
                case "TextObject" -> {
                    sheet.transform(Transforms.of(object.attribute("CTM")));
                    texts.draw(object, Style.of(object, layerParam, resources), sheet);
                }
                case "ImageObject" -> images.draw(object, boundary, sheet);
                case "CompositeObject" -> composite(object, boundary, sheet, depth);
                default -> {}
            }
        } finally {
            sheet.close();
        }
    }

    /** A composite unit keeps its own size; without a matrix it is fitted into the boundary (13). */
    private void composite(XmlElement object, OfdBox boundary, Sheet sheet, int depth) {
        XmlElement unit = resources.find("CompositeGraphicUnit", object.attribute("ResourceID"));
        XmlElement content = unit == null ? null : unit.child("Content");
        if (unit == null || content == null) {
            return;
        }
        double width = Numbers.number(unit.attribute("Width"), boundary.width());
        double height = Numbers.number(unit.attribute("Height"), boundary.height());
        boolean fitted = object.attribute("CTM") == null && width > 0 && height > 0;
        sheet.transform(
                fitted
                        ? AffineTransform.getScaleInstance(boundary.width() / width, boundary.height() / height)
                        : Transforms.of(object.attribute("CTM")));
        block(content, null, sheet, depth + 1);
    }
}
