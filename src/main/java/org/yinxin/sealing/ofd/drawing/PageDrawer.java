package org.yinxin.sealing.ofd.drawing;

import java.awt.geom.AffineTransform;
import java.util.List;
import java.util.Objects;
import org.yinxin.sealing.ofd.OfdBox;
import org.yinxin.sealing.ofd.OfdLimits;
import org.yinxin.sealing.ofd.OfdPackage;
import org.yinxin.sealing.ofd.OfdPage;
import org.yinxin.sealing.ofd.OfdRefusedException;
import org.yinxin.sealing.ofd.XmlElement;

/** Draws a whole page in the standard's order: background, body, foreground, annotations, and the stamps on top. */
final class PageDrawer {

    private static final List<String> ORDER = List.of("Background", "Body", "Foreground");

    private final Book book;
    private final ContentDrawer contents;
    private final Sheet sheet;
    private final int nesting;

    private PageDrawer(Book book, Resources resources, Sheet sheet, int nesting) {
        this.book = book;
        this.contents = new ContentDrawer(resources, book.defaultSpace());
        this.sheet = sheet;
        this.nesting = nesting;
    }

    /** @param nesting 0 for the document itself, 1 for one that is the picture of a seal in it */
    static void draw(Book book, OfdPage page, Sheet whole, int nesting) {
        Sheet sheet = whole.part();
        OfdBox area = book.area(page);
        sheet.move(-area.x(), -area.y());
        PageDrawer drawer = new PageDrawer(book, book.resources(page), sheet, nesting);
        XmlElement content = book.content(page);
        for (String order : ORDER) {
            drawer.templates(content, order);
            drawer.layers(content, order);
        }
        book.annotations(page).forEach(drawer::annotation);
        book.stamps(page).forEach(drawer::stamp);
        sheet.close();
    }

    private void templates(XmlElement page, String order) {
        for (XmlElement use : page.children("Template")) {
            XmlElement template = order.equals(Objects.requireNonNullElse(use.attribute("ZOrder"), "Background"))
                    ? book.template(use.attribute("TemplateID"))
                    : null;
            if (template != null) {
                ORDER.forEach(inner -> layers(template, inner));
            }
        }
    }

    private void layers(XmlElement page, String order) {
        XmlElement content = page.child("Content");
        for (XmlElement layer : content == null ? List.<XmlElement>of() : content.children("Layer")) {
            String type = Objects.requireNonNullElse(layer.attribute("Type"), "Body");
            if (order.equals(ORDER.contains(type) ? type : "Body")) {
                contents.block(layer, layer.attribute("DrawParam"), sheet, 0);
            }
        }
    }

    private void annotation(XmlElement annotation) {
        XmlElement appearance = annotation.child("Appearance");
        OfdBox boundary = appearance == null
                ? null
                : OfdBox.parse(appearance.attribute("Boundary")).orElse(null);
        if (appearance == null || boundary == null || !Numbers.flag(annotation.attribute("Visible"), true)) {
            return;
        }
        Sheet part = sheet.part();
        part.clip(boundary);
        part.move(boundary.x(), boundary.y());
        contents.block(appearance, null, part, 0);
        part.close();
    }

    private void stamp(Stamp stamp) {
        Sheet part = sheet.part();
        OfdBox at = stamp.place().boundary();
        OfdBox clip = stamp.place().clip();
        part.move(at.x(), at.y());
        if (clip != null) {
            part.clip(clip);
        }
        if ("ofd".equalsIgnoreCase(stamp.picture().type())) {
            drawn(stamp, part);
        } else {
            AffineTransform place = AffineTransform.getScaleInstance(at.width(), at.height());
            double[] dots = part.unitSquare(place);
            Pictures.read(stamp.picture().data(), dots[0], dots[1], part.budget())
                    .map(Pictures::withoutPaper)
                    .ifPresent(picture -> ImageDrawer.put(picture, place, part));
        }
        part.close();
    }

    /** The picture of a seal may be an OFD of its own; a seal inside that one is not looked for. */
    private void drawn(Stamp stamp, Sheet part) {
        if (nesting > 0) {
            return;
        }
        try {
            Book inner = new Book(OfdPackage.read(stamp.picture().data(), OfdLimits.standard()));
            OfdPage page = inner.pages().getFirst();
            OfdBox area = inner.area(page);
            OfdBox at = stamp.place().boundary();
            part.transform(AffineTransform.getScaleInstance(at.width() / area.width(), at.height() / area.height()));
            draw(inner, page, part, nesting + 1);
        } catch (OfdRefusedException e) {
            part.close();
        }
    }
}
