package org.yinxin.application.web;

import java.util.List;
import java.util.Set;
import org.yinxin.application.ApplicationPart;
import org.yinxin.application.ApplicationView;
import org.yinxin.application.DecisionView;

/** One line of the overview of what is to be filled in. */
record Task(ApplicationPart part, String page, State state) {

    /** How far a page has come. */
    enum State {
        DONE,
        TO_DO,
        NOT_YET,
        TO_CORRECT
    }

    static List<Task> of(ApplicationView application) {
        Set<ApplicationPart> asked =
                application.returned().map(DecisionView::parts).orElse(Set.of());
        return application.purpose().parts().stream()
                .map(part -> new Task(part, Paths.part(part), state(part, application, asked)))
                .toList();
    }

    private static State state(ApplicationPart part, ApplicationView application, Set<ApplicationPart> asked) {
        if (asked.contains(part)) {
            return State.TO_CORRECT;
        }
        if (!application.missing().contains(part)) {
            return State.DONE;
        }
        boolean first = part == ApplicationPart.ENTERPRISE;
        return first || application.uscc() != null ? State.TO_DO : State.NOT_YET;
    }
}
