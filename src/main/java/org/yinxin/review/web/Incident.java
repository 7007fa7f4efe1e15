package org.yinxin.review.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yinxin.application.ApplicationPart;
import org.yinxin.application.DecisionView;
import org.yinxin.application.SubmissionView;
import org.yinxin.review.CaseFile;
import org.yinxin.review.Handling;
import org.yinxin.shared.Bureau;

/**
 * One point on a case's time line.
 *
 * @param what names the message: {@code submitted}, {@code taken}, {@code approved}, …
 * @param colleague whom a case was handed to
 */
record Incident(
        String what,
        Instant at,
        @Nullable Bureau bureau,
        String who,
        String colleague,
        List<ApplicationPart> parts,
        String reason,
        @Nullable UUID entryId) {

    /** All that happened, the latest first. */
    static List<Incident> story(CaseFile file) {
        List<Incident> story = new ArrayList<>();
        for (SubmissionView submission : file.application().submissions()) {
            story.add(plain(
                    submission.round() == 1 ? "submitted" : "resubmitted",
                    submission.at(),
                    file.name(file.application().applicantId()),
                    ""));
        }
        for (Handling handling : file.handlings()) {
            story.add(plain(
                    what(handling), handling.at(), file.name(handling.officerId()), file.name(handling.assignee())));
        }
        for (DecisionView decision : file.application().decisions()) {
            story.add(new Incident(
                    decision.outcome().name().toLowerCase(Locale.ROOT),
                    decision.at(),
                    decision.bureau(),
                    file.name(decision.officerId()),
                    "",
                    decision.partsInOrder(),
                    decision.reason(),
                    decision.id()));
        }
        story.sort(Comparator.comparing(Incident::at).reversed());
        return story;
    }

    private static String what(Handling handling) {
        if (handling.assignee() == null) {
            return "released";
        }
        return handling.assignee().equals(handling.officerId()) ? "taken" : "handed-over";
    }

    private static Incident plain(String what, Instant at, String who, String colleague) {
        return new Incident(what, at, null, who, colleague, List.of(), "", null);
    }
}
