package org.yinxin.review;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yinxin.application.ApplicationView;
import org.yinxin.application.Applications;
import org.yinxin.application.DecisionView;
import org.yinxin.ledger.LedgerEntry;
import org.yinxin.ledger.reconciliation.ChainFact;
import org.yinxin.ledger.reconciliation.ComparedBook;
import org.yinxin.ledger.reconciliation.Finding;
import org.yinxin.ledger.reconciliation.Findings;
import org.yinxin.ledger.reconciliation.RowCheck;
import org.yinxin.shared.Bureau;

/** Compares the bureaus' cases with the decisions that stand on the chain; those have been compared already. */
@Component
class ComparedCases implements ComparedBook {

    private static final String CASE = Finding.table("review", "gate_case");

    private final GateCases cases;
    private final Applications applications;
    private final JdbcClient jdbc;

    ComparedCases(GateCases cases, Applications applications, JdbcClient jdbc) {
        this.cases = cases;
        this.applications = applications;
        this.jdbc = jdbc;
    }

    @Override
    public void compare(List<ChainFact> facts, Findings findings) {
        LinkedHashSet<UUID> seen = new LinkedHashSet<>();
        for (ChainFact fact : facts) {
            if (fact.recorded()
                    && fact.told() instanceof LedgerEntry.Decision decision
                    && seen.add(decision.thread())) {
                applications
                        .find(decision.thread())
                        .ifPresent(application -> compare(application, fact.subject(), findings));
            }
        }
    }

    private void compare(ApplicationView application, Finding.Subject about, Findings findings) {
        List<GateCase> gates = cases.of(application.id());
        for (Bureau bureau : Bureau.values()) {
            Optional<DecisionView> last = application.decisions().stream()
                    .filter(decision -> decision.bureau() == bureau)
                    .max(Comparator.comparingInt(DecisionView::round));
            Optional<GateCase> gate =
                    gates.stream().filter(each -> each.bureau() == bureau).findFirst();
            RowCheck check = new RowCheck(CASE, application.reference() + " " + bureau, about);
            if (last.isPresent() && gate.isEmpty()) {
                check.missing(findings, "state", last.get().outcome());
            }
            gate.ifPresent(found -> compare(found, application, last, check, findings));
        }
    }

    private static void compare(
            GateCase gate,
            ApplicationView application,
            Optional<DecisionView> last,
            RowCheck check,
            Findings findings) {
        boolean decided = gate.state() == CaseState.APPROVED
                || gate.state() == CaseState.RETURNED
                || gate.state() == CaseState.REFUSED;
        if (last.isEmpty() && decided) {
            check.inserted(findings, "state", gate.state());
            return;
        }
        last.filter(decision -> decision.round() >= gate.round())
                .ifPresent(decision -> check.note(
                                "state", decision.outcome().name(), gate.state().name())
                        .note("round", decision.round(), gate.round())
                        .note("assignee", decision.officerId(), gate.assignee()));
        check.note("reference", application.reference(), gate.reference())
                .note("purpose", application.purpose(), gate.purpose())
                .note("applicant_id", application.applicantId(), gate.applicantId())
                .note("uscc", application.uscc(), gate.uscc())
                .changed(findings);
    }

    /** Cases that call themselves decided on of applications that there are not, or that nobody decided on. */
    @Override
    public void compareEveryRow(Findings findings) {
        jdbc.sql("""
                        select distinct application_id from review.gate_case
                         where state in ('APPROVED', 'RETURNED', 'REFUSED') order by application_id""").query(UUID.class).list().forEach(application -> lookUp(application, findings));
    }

    private void lookUp(UUID id, Findings findings) {
        Finding.Subject nothing = new Finding.Subject(null, null, null, null, null);
        Optional<ApplicationView> application = applications.find(id);
        if (application.isEmpty()) {
            new RowCheck(CASE, id, nothing).inserted(findings, "application_id", id);
        } else if (application.get().decisions().isEmpty()) {
            compare(application.get(), nothing, findings);
        }
    }
}
