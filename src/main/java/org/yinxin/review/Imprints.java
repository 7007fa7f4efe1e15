package org.yinxin.review;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.yinxin.application.SubmissionView;
import org.yinxin.imprint.GlyphMissingException;
import org.yinxin.imprint.Imprint;
import org.yinxin.imprint.ImprintRenderer;
import org.yinxin.imprint.ImprintSimilarity;
import org.yinxin.imprint.ImprintSpec;
import org.yinxin.imprint.NameDoesNotFitException;
import org.yinxin.register.SealFilings;

/** The two imprints that are laid side by side: the police's, and the one the e-seal will show. */
@Component
class Imprints {

    private final SealFilings filings;
    private final ImprintRenderer renderer;

    Imprints(SealFilings filings, ImprintRenderer renderer) {
        this.filings = filings;
        this.renderer = renderer;
    }

    Optional<byte[]> filed(SubmissionView submitted) {
        return filings.imprint(submitted.physicalSeal());
    }

    /** How far the two coincide; empty when one of them is not there. */
    Optional<ImprintSimilarity> similarity(SubmissionView submitted) {
        return filed(submitted)
                .flatMap(filed -> drawn(submitted).flatMap(drawn -> ImprintSimilarity.of(filed, drawn.png())));
    }

    Optional<Imprint> drawn(SubmissionView submitted) {
        try {
            return Optional.of(renderer.draw(
                    new ImprintSpec(submitted.kind(), submitted.enterprise().nameZh(), submitted.physicalSeal())));
        } catch (GlyphMissingException | NameDoesNotFitException e) {
            return Optional.empty();
        }
    }
}
