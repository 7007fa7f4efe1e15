package org.yinxin.application;

import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yinxin.enterprise.Bindings;
import org.yinxin.register.EnterpriseEntry;
import org.yinxin.shared.Reference;
import org.yinxin.shared.SealNumber;
import org.yinxin.site.NotFoundException;

/** A legal representative without the key to the enterprise's seal asks for another one to take its place. */
@Service
@Transactional
public class KeyReplacementDesk {

    private final SealApplications applications;
    private final SealsInForce seals;
    private final Bindings bindings;
    private final Standings standings;
    private final ApplicationSettings settings;
    private final Clock clock;

    KeyReplacementDesk(
            SealApplications applications,
            SealsInForce seals,
            Bindings bindings,
            Standings standings,
            ApplicationSettings settings,
            Clock clock) {
        this.applications = applications;
        this.seals = seals;
        this.bindings = bindings;
        this.standings = standings;
        this.settings = settings;
        this.clock = clock;
    }

    /** The seal, for whoever represents its enterprise; others' are not found, nor those that ended. */
    @Transactional(readOnly = true)
    public SealInForce seal(UUID applicant, SealNumber number) {
        return seals.inForce(number)
                .filter(seal -> bindings.isLegalRepresentative(applicant, seal.uscc()))
                .orElseThrow(() -> new NotFoundException("seal " + number + " of this person"));
    }

    /** What stands in the way of asking now. */
    @Transactional(readOnly = true)
    public Set<Obstacle> obstacles(UUID applicant, SealNumber number) {
        return standings.ofReplacement(applicant, seal(applicant, number));
    }

    /** The applicant's own application that goes on, begun but not at its end. */
    @Transactional(readOnly = true)
    public Optional<Reference> own(UUID applicant, SealNumber number) {
        return find(number, status -> status.editable() || status.open()).stream()
                .filter(application -> application.applicantId().equals(applicant))
                .findFirst()
                .map(SealApplication::reference);
    }

    /** The application that the bureaus have before them, whoever made it. */
    @Transactional(readOnly = true)
    public Optional<ApplicationView> underWay(SealNumber number) {
        return find(number, ApplicationStatus::open).stream().findFirst().map(SealApplication::view);
    }

    /** Begins one, or goes on with the applicant's own. Nothing may stand in the way. */
    public Reference start(UUID applicant, SealNumber number) {
        return own(applicant, number).orElseGet(() -> begin(applicant, seal(applicant, number)));
    }

    public void explain(UUID applicant, Reference reference, String reason) {
        applications
                .lockByReference(reference.value())
                .filter(application -> application.applicantId().equals(applicant))
                .orElseThrow(() -> new NotFoundException("application " + reference))
                .edit(ApplicationPart.REASON, clock.instant())
                .explain(reason.strip());
    }

    private Reference begin(UUID applicant, SealInForce seal) {
        EnterpriseEntry enterprise = bindings.of(applicant).stream()
                .filter(entry -> entry.uscc().equals(seal.uscc()))
                .findFirst()
                .orElseThrow(() -> new NotFoundException("enterprise " + seal.uscc()));
        SealApplication application = new SealApplication(
                applicant, EnterpriseDetails.of(enterprise), seal, settings.sealValidity(), clock.instant());
        return applications.save(application).reference();
    }

    private List<SealApplication> find(SealNumber number, Predicate<ApplicationStatus> statuses) {
        return applications.replacements(
                number.value(),
                Arrays.stream(ApplicationStatus.values()).filter(statuses).toList());
    }
}
