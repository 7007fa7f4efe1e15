package org.yinxin.imprint;

import java.awt.geom.Path2D;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yinxin.shared.SealCode;
import org.yinxin.shared.SealKind;
import org.yinxin.shared.Uscc;

/** Draws imprints; the same specification gives the same bytes. */
@Component
public class ImprintRenderer {

    /** Empty when the name cannot be drawn: a character is not in the font, or there is no room. */
    public Optional<Imprint> tryDraw(SealKind kind, String name, SealCode code, @Nullable Uscc taxpayer) {
        try {
            return Optional.of(draw(new ImprintSpec(kind, name, code, taxpayer)));
        } catch (GlyphMissingException | NameDoesNotFitException e) {
            return Optional.empty();
        }
    }

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
