package org.yinxin.imprint;

import java.awt.geom.Path2D;
import org.springframework.stereotype.Component;

/** Draws imprints; the same specification gives the same bytes. */
@Component
public class ImprintRenderer {

    /**
     * @throws GlyphMissingException when the seal font lacks a character of the name
     */
    public Imprint draw(ImprintSpec spec) {
        SealShape shape = SealShape.of(spec);
        Path2D ink = shape.ink(spec);
        return new Imprint(
                SvgPicture.of(ink, shape.widthMm(), shape.heightMm(), spec.name()),
                PngPicture.of(ink, shape.widthMm(), shape.heightMm()),
                shape.widthMm(),
                shape.heightMm());
    }
}
