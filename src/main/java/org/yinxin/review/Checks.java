package org.yinxin.review;

import java.util.List;
import java.util.Set;
import org.yinxin.application.Obstacle;
import org.yinxin.application.Standing;
import org.yinxin.application.SubmissionView;
import org.yinxin.review.Check.Kind;

/** The automatic checks over what was submitted and how things stand now; a failed one never decides by itself. */
final class Checks {

    private Checks() {}

    /**
     * @param fileIntact whether the stored file still has the digest under which it was submitted
     * @param drawable whether the imprint can be drawn from the filing
     */
    static List<Check> of(SubmissionView submitted, Standing standing, boolean fileIntact, boolean drawable) {
        Set<Obstacle> found = standing.all();
        return List.of(
                new Check(Kind.REGISTER_ACTIVE, !found.contains(Obstacle.ENTERPRISE_NOT_ACTIVE)),
                new Check(
                        Kind.USCC_CHECK_CHARACTER, submitted.enterprise().uscc().checkCharacterHolds()),
                new Check(Kind.LEGAL_REPRESENTATIVE, !found.contains(Obstacle.NOT_LEGAL_REPRESENTATIVE)),
                new Check(
                        Kind.REGISTER_UNCHANGED,
                        Comparison.ofEnterprise(submitted.enterprise(), standing.enterprise()).stream()
                                .allMatch(Comparison::same)),
                new Check(Kind.FILING_IN_USE, !found.contains(Obstacle.FILING_NOT_IN_USE)),
                new Check(
                        Kind.FILING_MATCHES,
                        !found.contains(Obstacle.FILING_NOT_OF_ENTERPRISE)
                                && !found.contains(Obstacle.FILING_OF_OTHER_KIND)),
                new Check(
                        Kind.NO_SEAL_IN_FORCE,
                        !found.contains(Obstacle.ENTERPRISE_HAS_SEAL)
                                && !found.contains(Obstacle.PHYSICAL_SEAL_HAS_SEAL)),
                new Check(
                        Kind.NO_OTHER_APPLICATION,
                        !found.contains(Obstacle.ENTERPRISE_HAS_APPLICATION)
                                && !found.contains(Obstacle.PHYSICAL_SEAL_HAS_APPLICATION)),
                new Check(Kind.FILE_INTACT, fileIntact),
                new Check(Kind.IMPRINT_DRAWABLE, drawable));
    }
}
