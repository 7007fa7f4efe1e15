package org.yinxin.review;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yinxin.account.People;
import org.yinxin.account.PersonView;
import org.yinxin.application.ApplicationView;
import org.yinxin.application.Applications;
import org.yinxin.application.Assessment;
import org.yinxin.application.DecisionView;
import org.yinxin.application.FilePreviews;
import org.yinxin.application.Purpose;
import org.yinxin.application.Standings;
import org.yinxin.application.SubmissionView;
import org.yinxin.application.SupportingFile;
import org.yinxin.application.WorkingCalendar;
import org.yinxin.application.WorkingDays;
import org.yinxin.imprint.Imprint;
import org.yinxin.imprint.ImprintSimilarity;
import org.yinxin.shared.Bureau;
import org.yinxin.shared.Digest;
import org.yinxin.shared.Reference;
import org.yinxin.site.NotFoundException;

/** A case laid open on an officer's desk. */
@Service
@Transactional(readOnly = true)
public class CaseDesk {

    private final GateCases cases;
    private final Applications applications;
    private final Standings standings;
    private final FilePreviews previews;
    private final Imprints imprints;
    private final People people;
    private final WorkingCalendar calendar;
    private final JdbcClient jdbc;

    CaseDesk(
            GateCases cases,
            Applications applications,
            Standings standings,
            FilePreviews previews,
            Imprints imprints,
            People people,
            WorkingCalendar calendar,
            JdbcClient jdbc) {
        this.cases = cases;
        this.applications = applications;
        this.standings = standings;
        this.previews = previews;
        this.imprints = imprints;
        this.people = people;
        this.calendar = calendar;
        this.jdbc = jdbc;
    }

    /** Gathers the case; another bureau's desk, or no such case, is not found. */
    public CaseFile open(Officer officer, Reference reference) {
        GateCase gate = gate(officer, reference);
        ApplicationView application = applications.find(gate.applicationId()).orElseThrow();
        SubmissionView submitted = application.submission().orElseThrow();
        Assessment assessment = standings.assess(application, submitted);
        Optional<SupportingFile> file =
                Optional.ofNullable(submitted.fileId()).flatMap(id -> applications.file(application.id(), id));
        List<GateCase> gates = cases.of(application.id());
        List<Handling> handlings = handlings(gate);
        WorkingDays days = calendar.workingDays();
        return new CaseFile(
                gate,
                application,
                submitted,
                assessment.enterprise(),
                assessment.filing(),
                file,
                Comparison.ofEnterprise(submitted.enterprise(), assessment.enterprise()),
                checks(application, submitted, assessment, file),
                gates,
                handlings,
                people.named(involved(application, gates, handlings)),
                ReviewPolicy.decide(officer, gate, applicant(gate), submitted.contentDigest(), application.decisions()),
                calendar.today(),
                days.between(calendar.day(gate.openedAt()), calendar.today()),
                days.between(calendar.today(), gate.dueOn()));
    }

    /** The file that was submitted with the case. */
    public SupportingFile file(Officer officer, Reference reference) {
        GateCase gate = gate(officer, reference);
        return applications
                .find(gate.applicationId())
                .flatMap(ApplicationView::submission)
                .map(SubmissionView::fileId)
                .flatMap(id -> applications.file(gate.applicationId(), id))
                .orElseThrow(() -> new NotFoundException("file of " + reference));
    }

    public Optional<byte[]> filedImprint(Officer officer, Reference reference) {
        return imprints.filed(submitted(officer, reference));
    }

    /** The imprint made from a scan that the e-seal shall show in place of a drawn one. */
    public Optional<Imprint> chosenImprint(Officer officer, Reference reference) {
        return imprints.chosen(gate(officer, reference).applicationId(), submitted(officer, reference));
    }

    /** The scan that it was made from. */
    public Optional<byte[]> scannedImprint(Officer officer, Reference reference) {
        return imprints.scan(gate(officer, reference).applicationId(), submitted(officer, reference));
    }

    /** The imprint as we draw it; empty when it cannot be drawn. */
    public Optional<Imprint> drawnImprint(Officer officer, Reference reference) {
        return imprints.drawn(submitted(officer, reference));
    }

    /** How far the filed imprint and the drawn one coincide, for the bureau that knows physical seals. */
    public Optional<ImprintSimilarity> imprintSimilarity(Officer officer, Reference reference) {
        return officer.bureau() == Bureau.PUBLIC_SECURITY
                ? imprints.similarity(gate(officer, reference).applicationId(), submitted(officer, reference))
                : Optional.empty();
    }

    private List<Check> checks(
            ApplicationView application,
            SubmissionView submitted,
            Assessment assessment,
            Optional<SupportingFile> file) {
        List<Check> checks = new ArrayList<>(Checks.of(application.purpose(), submitted, assessment));
        if (application.purpose() == Purpose.SEAL) {
            checks.addAll(Checks.papers(
                    file.map(this::intact).orElse(false),
                    imprints.shown(application.id(), submitted).isPresent()));
        }
        return checks;
    }

    private SubmissionView submitted(Officer officer, Reference reference) {
        return applications
                .find(gate(officer, reference).applicationId())
                .flatMap(ApplicationView::submission)
                .orElseThrow(() -> new NotFoundException("case " + reference));
    }

    private GateCase gate(Officer officer, Reference reference) {
        return cases.find(reference, officer.bureau()).orElseThrow(() -> new NotFoundException("case " + reference));
    }

    private @Nullable PersonView applicant(GateCase gate) {
        return people.find(gate.applicantId()).orElse(null);
    }

    private boolean intact(SupportingFile file) {
        return Digest.sha256(previews.content(file)).equals(file.sha256());
    }

    private List<Handling> handlings(GateCase gate) {
        return jdbc.sql("""
                        select officer_id, assignee, at from review.assignment
                        where application_id = ? and bureau = ? order by at""")
                .params(gate.applicationId(), gate.bureau().name())
                .query((row, number) -> new Handling(
                        row.getObject("officer_id", UUID.class),
                        row.getObject("assignee", UUID.class),
                        row.getTimestamp("at").toInstant()))
                .list();
    }

    private static Set<UUID> involved(
            ApplicationView application, Collection<GateCase> gates, Collection<Handling> handlings) {
        Set<UUID> ids = new HashSet<>();
        ids.add(application.applicantId());
        application.decisions().stream().map(DecisionView::officerId).forEach(ids::add);
        gates.stream().map(GateCase::assignee).filter(Objects::nonNull).forEach(ids::add);
        handlings.forEach(handling -> {
            ids.add(handling.officerId());
            if (handling.assignee() != null) {
                ids.add(handling.assignee());
            }
        });
        return ids;
    }
}
