package org.yinxin.sealing.ofd.drawing;

import java.awt.geom.AffineTransform;
import org.jspecify.annotations.Nullable;
import org.yinxin.sealing.ofd.OfdBox;
import org.yinxin.sealing.ofd.XmlElement;

/** Reads transformation matrices: a b c d e f, for row vectors (8.5). */
final class Transforms {

    private Transforms() {}

    static AffineTransform of(@Nullable String matrix) {
        double[] m = Numbers.array(matrix);
        return m.length < 6 ? new AffineTransform() : new AffineTransform(m[0], m[1], m[2], m[3], m[4], m[5]);
    }

    /** From an object's own coordinates to those it stands in. */
    static AffineTransform place(XmlElement object) {
        OfdBox box = OfdBox.parse(object.attribute("Boundary")).orElse(null);
        AffineTransform place =
                box == null ? new AffineTransform() : AffineTransform.getTranslateInstance(box.x(), box.y());
        place.concatenate(of(object.attribute("CTM")));
        return place;
    }
}
