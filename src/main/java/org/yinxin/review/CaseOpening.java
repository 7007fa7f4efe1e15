package org.yinxin.review;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.yinxin.application.ApplicationDecided;
import org.yinxin.application.ApplicationSettings;
import org.yinxin.application.ApplicationStatus;
import org.yinxin.application.ApplicationSubmitted;
import org.yinxin.application.ApplicationWithdrawn;
import org.yinxin.application.Outcome;
import org.yinxin.application.WorkingCalendar;
import org.yinxin.shared.Bureau;

/** Keeps the desks in step with the applications, in the very transactions that change them. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class CaseOpening {

    private static final List<Bureau> SIDE_BY_SIDE = List.of(Bureau.MARKET_SUPERVISION, Bureau.PUBLIC_SECURITY);

    private final GateCases cases;
    private final WorkingCalendar calendar;
    private final ApplicationSettings settings;

    CaseOpening(GateCases cases, WorkingCalendar calendar, ApplicationSettings settings) {
        this.cases = cases;
        this.calendar = calendar;
        this.settings = settings;
    }

    @EventListener
    void on(ApplicationSubmitted application) {
        for (Bureau bureau : SIDE_BY_SIDE) {
            if (!application.stillApproved().contains(bureau)) {
                cases.open(application, bureau, due(application.at(), settings.reviewDays()));
            }
        }
        if (application.stillApproved().containsAll(SIDE_BY_SIDE)) {
            cases.open(application, Bureau.DATA_ADMINISTRATION, due(application.at(), settings.issueDays()));
        }
    }

    @EventListener
    void on(ApplicationDecided decision) {
        CaseState state = switch (decision.outcome()) {
            case APPROVED -> CaseState.APPROVED;
            case RETURNED -> CaseState.RETURNED;
            case REFUSED -> CaseState.REFUSED;
        };
        cases.close(decision.applicationId(), decision.bureau(), state, decision.officerId(), decision.at());
        if (decision.outcome() == Outcome.RETURNED) {
            cases.closeOpen(decision.applicationId(), CaseState.SENT_BACK, decision.at());
        } else if (decision.outcome() == Outcome.REFUSED) {
            cases.closeOpen(decision.applicationId(), CaseState.ENDED, decision.at());
        } else if (decision.bothRegistersApproved() && decision.status() == ApplicationStatus.IN_REVIEW) {
            cases.openThird(decision.applicationId(), decision.at(), due(decision.at(), settings.issueDays()));
        }
    }

    @EventListener
    void on(ApplicationWithdrawn application) {
        cases.closeOpen(application.applicationId(), CaseState.ENDED, application.at());
    }

    private LocalDate due(Instant from, int workingDays) {
        return calendar.workingDays().deadline(calendar.day(from), workingDays);
    }
}
