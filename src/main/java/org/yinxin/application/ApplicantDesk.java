package org.yinxin.application;

import java.time.Clock;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Sort;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import org.yinxin.enterprise.Bindings;
import org.yinxin.register.EnterpriseEntry;
import org.yinxin.register.SealFiling;
import org.yinxin.register.SealFilings;
import org.yinxin.shared.Reference;
import org.yinxin.shared.SealCode;
import org.yinxin.shared.Uscc;
import org.yinxin.site.NotFoundException;

/** Everything a person can do with their own applications; other people's are not found. */
@Service
public class ApplicantDesk {

    /** The wording of the declaration that applicants make now; a new wording gets a new name. */
    public static final String DECLARATION = "2026-2";

    /** The wording of the declaration of those who ask for another key. */
    public static final String KEY_DECLARATION = "key-2026-1";

    private final SealApplications applications;
    private final SupportingFiles files;
    private final Standings standings;
    private final Bindings bindings;
    private final SealFilings filings;
    private final FiledImprints imprints;
    private final ApplicantKeys keys;
    private final Submitting submitting;
    private final ApplicationSettings settings;
    private final Clock clock;
    private final TransactionTemplate transaction;

    ApplicantDesk(
            SealApplications applications,
            SupportingFiles files,
            Standings standings,
            Bindings bindings,
            SealFilings filings,
            FiledImprints imprints,
            ApplicantKeys keys,
            Submitting submitting,
            ApplicationSettings settings,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.applications = applications;
        this.files = files;
        this.standings = standings;
        this.bindings = bindings;
        this.filings = filings;
        this.imprints = imprints;
        this.keys = keys;
        this.submitting = submitting;
        this.settings = settings;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Transactional
    public Reference start(UUID applicant) {
        return applications
                .save(new SealApplication(applicant, settings.sealValidity(), clock.instant()))
                .reference();
    }

    @Transactional(readOnly = true)
    public ApplicationView find(UUID applicant, Reference reference) {
        return own(applicant, reference).view();
    }

    /** A person's applications in these states, the one changed last first. */
    @Transactional(readOnly = true)
    public Page<ApplicationSummary> list(UUID applicant, Collection<PublicStatus> statuses, int page, int size) {
        List<ApplicationStatus> wanted = Arrays.stream(ApplicationStatus.values())
                .filter(status -> statuses.contains(status.publicStatus()))
                .toList();
        Sort latestFirst = Sort.by(Sort.Order.desc("changedAt"), Sort.Order.asc("id"));
        return applications
                .findByApplicantIdAndStatusIn(applicant, wanted, PageRequest.of(page, size, latestFirst))
                .map(SealApplication::view)
                .map(ApplicationView::summary);
    }

    /** The enterprises the applicant may choose among. */
    public List<EnterpriseEntry> enterprises(UUID applicant) {
        return bindings.of(applicant);
    }

    /** The filings in use, of the kind asked for, of the enterprise that was chosen. */
    @Transactional(readOnly = true)
    public List<SealFiling> physicalSeals(ApplicationView application) {
        return Optional.ofNullable(application.uscc()).map(filings::of).orElse(List.of()).stream()
                .filter(filing ->
                        filing.kind() == application.kind() && filing.status().isInUse())
                .toList();
    }

    /** Chooses the enterprise unless something stands in the way. */
    @Transactional
    public Set<Obstacle> chooseEnterprise(UUID applicant, Reference reference, Uscc uscc) {
        SealApplication application = own(applicant, reference);
        EnterpriseEntry entry = bindings.of(applicant).stream()
                .filter(bound -> bound.uscc().equals(uscc))
                .findFirst()
                .orElseThrow(() -> new NotFoundException("enterprise " + uscc));
        Set<Obstacle> obstacles = standings
                .of(application.id(), applicant, uscc, application.kind(), null)
                .ofEnterprise();
        if (obstacles.isEmpty()) {
            application.choose(EnterpriseDetails.of(entry), clock.instant());
        }
        return obstacles;
    }

    /** Chooses the physical seal unless something stands in the way. */
    @Transactional
    public Set<Obstacle> choosePhysicalSeal(UUID applicant, Reference reference, SealCode code) {
        SealApplication application = own(applicant, reference);
        Uscc uscc = Optional.ofNullable(application.view().uscc())
                .orElseThrow(() -> new NotFoundException("enterprise of " + reference));
        Set<Obstacle> obstacles = standings
                .of(application.id(), applicant, uscc, application.kind(), code)
                .ofPhysicalSeal();
        if (obstacles.isEmpty()) {
            application.edit(ApplicationPart.PHYSICAL_SEAL, clock.instant()).choose(code);
        }
        return obstacles;
    }

    /** Looks into the file and keeps it, in place of an earlier one, when it can be taken. */
    public FileCheck attach(UUID applicant, Reference reference, String name, byte[] content) {
        FileCheck check = FileInspector.inspect(content);
        if (check instanceof FileCheck.Accepted accepted) {
            change(applicant, reference, application -> {
                SupportingFile file = files.store(application.id(), name, accepted, content);
                application
                        .edit(ApplicationPart.SUPPORTING_FILE, clock.instant())
                        .attach(file.id());
            });
        }
        return check;
    }

    public void detachFile(UUID applicant, Reference reference) {
        change(
                applicant,
                reference,
                application -> application
                        .edit(ApplicationPart.SUPPORTING_FILE, clock.instant())
                        .attach(null));
    }

    /** Chooses among the applicant's own keys unless something stands in the way; others' are not found. */
    @Transactional
    public Set<Obstacle> chooseKey(UUID applicant, Reference reference, UUID keyId) {
        SealApplication application = own(applicant, reference);
        Uscc uscc = Optional.ofNullable(application.view().uscc())
                .orElseThrow(() -> new NotFoundException("enterprise of " + reference));
        Set<Obstacle> obstacles = keys.obstacles(applicant, uscc, keyId);
        if (obstacles.isEmpty()) {
            application.edit(ApplicationPart.KEY, clock.instant()).choose(keyId);
        }
        return obstacles;
    }

    public void declare(UUID applicant, Reference reference) {
        change(
                applicant,
                reference,
                application -> application
                        .edit(ApplicationPart.DECLARATION, clock.instant())
                        .declare(declaration(application.purpose())));
    }

    /** The file now attached. */
    @Transactional(readOnly = true)
    public Optional<SupportingFile> file(ApplicationView application) {
        return Optional.ofNullable(application.fileId()).flatMap(id -> files.find(application.id(), id));
    }

    /** Hands the application to the bureaus; pressing the button again changes nothing. */
    public SubmitResult submit(UUID applicant, Reference reference) {
        try {
            SubmitResult result = transaction.execute(status -> submitNow(applicant, reference));
            return Objects.requireNonNull(result);
        } catch (DataIntegrityViolationException e) {
            // Two drafts for one enterprise at the same moment: the database let the other one in.
            return new SubmitResult.Hindered(Set.of(Obstacle.ENTERPRISE_HAS_APPLICATION));
        }
    }

    @Transactional
    public void withdraw(UUID applicant, Reference reference) {
        SealApplication application = locked(applicant, reference);
        application.withdraw(clock.instant());
        applications.save(application);
    }

    /** Drafts are nobody's books yet and may vanish. */
    @Transactional
    public void delete(UUID applicant, Reference reference) {
        SealApplication application = locked(applicant, reference);
        if (application.status() != ApplicationStatus.DRAFT) {
            throw new NotEditableException(application.status());
        }
        applications.delete(application);
        applications.flush();
        files.dropUnused(application.id());
        imprints.dropUnused(application.id());
    }

    private SubmitResult submitNow(UUID applicant, Reference reference) {
        SealApplication application = locked(applicant, reference);
        if (!application.status().editable()) {
            return new SubmitResult.Submitted();
        }
        SubmitResult result = submitting.submit(application);
        // the submission's row first, then the events that speak of it
        applications.flush();
        applications.save(application);
        return result;
    }

    private void change(UUID applicant, Reference reference, Consumer<SealApplication> change) {
        transaction.executeWithoutResult(status -> {
            SealApplication application = own(applicant, reference);
            change.accept(application);
            applications.saveAndFlush(application);
            files.dropUnused(application.id());
            imprints.dropUnused(application.id());
        });
    }

    private static String declaration(Purpose purpose) {
        return purpose == Purpose.SEAL ? DECLARATION : KEY_DECLARATION;
    }

    private SealApplication own(UUID applicant, Reference reference) {
        return applications
                .findByReference(reference.value())
                .filter(application -> application.applicantId().equals(applicant))
                .orElseThrow(() -> new NotFoundException("application " + reference));
    }

    private SealApplication locked(UUID applicant, Reference reference) {
        return applications
                .lockByReference(reference.value())
                .filter(application -> application.applicantId().equals(applicant))
                .orElseThrow(() -> new NotFoundException("application " + reference));
    }
}
