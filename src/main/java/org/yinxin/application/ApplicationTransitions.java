package org.yinxin.application;

import static org.yinxin.application.Actor.ANY_BUREAU;
import static org.yinxin.application.Actor.APPLICANT;
import static org.yinxin.application.Actor.DATA_ADMINISTRATION;
import static org.yinxin.application.ApplicationEvent.BEGIN_REVIEW;
import static org.yinxin.application.ApplicationEvent.ISSUE;
import static org.yinxin.application.ApplicationEvent.REFUSE;
import static org.yinxin.application.ApplicationEvent.RESUBMIT;
import static org.yinxin.application.ApplicationEvent.RETURN;
import static org.yinxin.application.ApplicationEvent.SUBMIT;
import static org.yinxin.application.ApplicationEvent.WITHDRAW;
import static org.yinxin.application.ApplicationStatus.DRAFT;
import static org.yinxin.application.ApplicationStatus.IN_REVIEW;
import static org.yinxin.application.ApplicationStatus.ISSUED;
import static org.yinxin.application.ApplicationStatus.REFUSED;
import static org.yinxin.application.ApplicationStatus.RESUBMITTED;
import static org.yinxin.application.ApplicationStatus.RETURNED;
import static org.yinxin.application.ApplicationStatus.SUBMITTED;
import static org.yinxin.application.ApplicationStatus.WITHDRAWN;

import java.util.List;
import java.util.Optional;

/** The one table of what may happen to an application, in which state, and who may make it happen. */
public final class ApplicationTransitions {

    /** One row of the table. */
    public record Edge(ApplicationStatus from, ApplicationEvent event, ApplicationStatus to, Actor actor) {}

    public static final List<Edge> TABLE = List.of(
            new Edge(DRAFT, SUBMIT, SUBMITTED, APPLICANT),
            new Edge(SUBMITTED, BEGIN_REVIEW, IN_REVIEW, ANY_BUREAU),
            new Edge(SUBMITTED, WITHDRAW, WITHDRAWN, APPLICANT),
            new Edge(IN_REVIEW, RETURN, RETURNED, ANY_BUREAU),
            new Edge(IN_REVIEW, REFUSE, REFUSED, ANY_BUREAU),
            new Edge(IN_REVIEW, ISSUE, ISSUED, DATA_ADMINISTRATION),
            new Edge(IN_REVIEW, WITHDRAW, WITHDRAWN, APPLICANT),
            new Edge(RETURNED, RESUBMIT, RESUBMITTED, APPLICANT),
            new Edge(RETURNED, WITHDRAW, WITHDRAWN, APPLICANT),
            new Edge(RESUBMITTED, BEGIN_REVIEW, IN_REVIEW, ANY_BUREAU),
            new Edge(RESUBMITTED, WITHDRAW, WITHDRAWN, APPLICANT));

    private ApplicationTransitions() {}

    public static Optional<Edge> edge(ApplicationStatus from, ApplicationEvent event) {
        return TABLE.stream()
                .filter(edge -> edge.from() == from && edge.event() == event)
                .findFirst();
    }

    public static boolean allows(ApplicationStatus from, ApplicationEvent event) {
        return edge(from, event).isPresent();
    }

    static ApplicationStatus follow(ApplicationStatus from, ApplicationEvent event) {
        return edge(from, event)
                .orElseThrow(() -> new IllegalTransitionException(from, event))
                .to();
    }
}
