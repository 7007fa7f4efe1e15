package org.yinxin.review;

import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.yinxin.application.FiledImprints;
import org.yinxin.application.SubmissionView;
import org.yinxin.imprint.Imprint;
import org.yinxin.imprint.ImprintRenderer;
import org.yinxin.imprint.ImprintSimilarity;
import org.yinxin.register.SealFilings;

/** The two imprints that are laid side by side: the police's, and the one the e-seal will show. */
@Component
class Imprints {

    private final SealFilings filings;
    private final FiledImprints pictures;
    private final ImprintRenderer renderer;

    Imprints(SealFilings filings, FiledImprints pictures, ImprintRenderer renderer) {
        this.pictures = pictures;
        this.filings = filings;
        this.renderer = renderer;
    }

    Optional<byte[]> filed(SubmissionView submitted) {
        return filings.imprint(submitted.physicalSeal());
    }

    /** The cleaned imprint, where the applicant asks for one in place of the drawn one. */
    Optional<Imprint> chosen(UUID applicationId, SubmissionView submitted) {
        return Optional.ofNullable(submitted.imprint())
                .flatMap(digest -> pictures.find(
                        applicationId, digest, submitted.enterprise().nameZh()));
    }

    /** What the e-seal will show: nothing is drawn in place of a chosen picture, also when that is not there. */
    Optional<Imprint> shown(UUID applicationId, SubmissionView submitted) {
        return submitted.imprint() == null ? drawn(submitted) : chosen(applicationId, submitted);
    }

    /** The scan that the applicant handed in, as it came. */
    Optional<byte[]> scan(UUID applicationId, SubmissionView submitted) {
        return Optional.ofNullable(submitted.imprint()).flatMap(digest -> pictures.original(applicationId, digest));
    }

    /** How far the picture that is chosen, else the filed one, and the drawn one coincide; empty when one of them is not there. */
    Optional<ImprintSimilarity> similarity(UUID applicationId, SubmissionView submitted) {
        return chosen(applicationId, submitted)
                .map(Imprint::png)
                .or(() -> filed(submitted))
                .flatMap(filed -> drawn(submitted).flatMap(drawn -> ImprintSimilarity.of(filed, drawn.png())));
    }

    Optional<Imprint> drawn(SubmissionView submitted) {
        return renderer.tryDraw(
                submitted.kind(),
                submitted.enterprise().nameZh(),
                submitted.physicalSeal(),
                submitted.enterprise().uscc());
    }
}
