package org.yinxin.review;

import java.util.List;
import java.util.stream.Stream;
import org.yinxin.application.Assessment;
import org.yinxin.application.Obstacle;
import org.yinxin.application.Purpose;
import org.yinxin.application.SubmissionView;
import org.yinxin.review.Check.Kind;

/** The automatic checks over what was submitted and how things stand now; a failed one never decides by itself. */
final class Checks {

    private Checks() {}

    /** Those that concern what was asked for; about the file and the imprint, see {@link #papers}. */
    static List<Check> of(Purpose purpose, SubmissionView submitted, Assessment assessment) {
        return Stream.concat(
                        ofEnterprise(submitted, assessment),
                        switch (purpose) {
                            case SEAL -> ofSeal(assessment);
                            case KEY_REPLACEMENT -> ofReplacement(assessment);
                        })
                .toList();
    }

    /**
     * @param fileIntact whether the stored file still has the digest under which it was submitted
     * @param imprintThere whether the imprint that the e-seal shall show is there: the chosen picture, else a drawing
     */
    static List<Check> papers(boolean fileIntact, boolean imprintThere) {
        return List.of(new Check(Kind.FILE_INTACT, fileIntact), new Check(Kind.IMPRINT_THERE, imprintThere));
    }

    private static Stream<Check> ofEnterprise(SubmissionView submitted, Assessment assessment) {
        return Stream.of(
                free(Kind.REGISTER_ACTIVE, assessment, Obstacle.ENTERPRISE_NOT_ACTIVE),
                new Check(
                        Kind.USCC_CHECK_CHARACTER, submitted.enterprise().uscc().checkCharacterHolds()),
                free(Kind.LEGAL_REPRESENTATIVE, assessment, Obstacle.NOT_LEGAL_REPRESENTATIVE),
                new Check(
                        Kind.REGISTER_UNCHANGED,
                        Comparison.ofEnterprise(submitted.enterprise(), assessment.enterprise()).stream()
                                .allMatch(Comparison::same)),
                free(Kind.KEY_ENROLLED, assessment, Obstacle.KEY_NOT_THERE),
                free(Kind.KEY_SERVES_NO_OTHER, assessment, Obstacle.KEY_OF_OTHER_ENTERPRISE));
    }

    private static Stream<Check> ofSeal(Assessment assessment) {
        return Stream.of(
                free(Kind.FILING_IN_USE, assessment, Obstacle.FILING_NOT_IN_USE),
                free(Kind.FILING_MATCHES, assessment, Obstacle.FILING_NOT_OF_ENTERPRISE, Obstacle.FILING_OF_OTHER_KIND),
                free(Kind.NO_SEAL_IN_FORCE, assessment, Obstacle.ENTERPRISE_HAS_SEAL, Obstacle.PHYSICAL_SEAL_HAS_SEAL),
                free(
                        Kind.NO_OTHER_APPLICATION,
                        assessment,
                        Obstacle.ENTERPRISE_HAS_APPLICATION,
                        Obstacle.PHYSICAL_SEAL_HAS_APPLICATION));
    }

    private static Stream<Check> ofReplacement(Assessment assessment) {
        return Stream.of(
                free(Kind.SEAL_IN_FORCE, assessment, Obstacle.SEAL_NOT_IN_FORCE, Obstacle.SEAL_CHANGED),
                free(Kind.KEY_IS_NEW, assessment, Obstacle.KEY_IN_FORCE_ALREADY),
                free(Kind.NO_OTHER_APPLICATION, assessment, Obstacle.SEAL_HAS_REPLACEMENT));
    }

    private static Check free(Kind kind, Assessment assessment, Obstacle... obstacles) {
        return new Check(kind, Stream.of(obstacles).noneMatch(assessment.obstacles()::contains));
    }
}
