package org.yinxin.application.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yinxin.application.ApplicationStatus;
import org.yinxin.application.ApplicationView;
import org.yinxin.application.DecisionView;
import org.yinxin.application.Outcome;
import org.yinxin.application.Purpose;
import org.yinxin.application.SubmissionView;
import org.yinxin.ledger.Ledger;
import org.yinxin.ledger.Recording;

/** Tells an application's story from what was submitted and decided, the latest first. */
@Component
class Milestones {

    private final Ledger ledger;

    Milestones(Ledger ledger) {
        this.ledger = ledger;
    }

    List<Milestone> of(ApplicationView application) {
        Map<UUID, Recording> recordings = ledger.recordings(
                application.decisions().stream().map(DecisionView::id).toList());
        List<Milestone> story = new ArrayList<>();
        for (SubmissionView submission : application.submissions()) {
            story.add(own(submission.round() == 1 ? "submitted" : "resubmitted", submission.at()));
        }
        for (DecisionView decision : application.decisions()) {
            story.add(decided(decision, recordings.get(decision.id())));
        }
        Instant end = application.endedAt();
        if (application.status() == ApplicationStatus.WITHDRAWN && end != null) {
            story.add(own("withdrawn", end));
        } else if (application.status() == ApplicationStatus.ISSUED && end != null) {
            story.add(own(application.purpose() == Purpose.SEAL ? "issued" : "key-replaced", end));
        }
        story.sort(Comparator.comparing(Milestone::at));
        return story.reversed();
    }

    private static Milestone own(String what, Instant at) {
        return new Milestone(what, at, null, null, List.of(), null);
    }

    private static Milestone decided(DecisionView decision, @Nullable Recording recording) {
        return new Milestone(
                decision.outcome().name().toLowerCase(Locale.ROOT),
                decision.at(),
                decision.bureau(),
                decision.outcome() == Outcome.APPROVED ? null : decision.reason(),
                decision.parts().stream().sorted().toList(),
                recording);
    }
}
