package org.yinxin.application;

import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yinxin.imprint.Imprint;
import org.yinxin.imprint.ImprintRenderer;
import org.yinxin.imprint.ScanRefusedException;
import org.yinxin.imprint.ScannedImprint;
import org.yinxin.register.SealFilings;
import org.yinxin.shared.Reference;
import org.yinxin.shared.SealCode;
import org.yinxin.site.NotFoundException;

/** The applicant chooses how the e-seal shall look: drawn, as filed with the police, or from a scan of their own. */
@Service
@Transactional
public class ImprintDesk {

    private final SealApplications applications;
    private final FiledImprints pictures;
    private final SealFilings filings;
    private final ImprintRenderer renderer;
    private final Clock clock;

    ImprintDesk(
            SealApplications applications,
            FiledImprints pictures,
            SealFilings filings,
            ImprintRenderer renderer,
            Clock clock) {
        this.applications = applications;
        this.pictures = pictures;
        this.filings = filings;
        this.renderer = renderer;
        this.clock = clock;
    }

    /** The drawn imprint; empty when the name cannot be drawn, or is not chosen yet. */
    @Transactional(readOnly = true)
    public Optional<Imprint> drawn(ApplicationView application) {
        String name = application.enterpriseNameZh();
        SealCode code = application.physicalSeal();
        return name == null || code == null
                ? Optional.empty()
                : renderer.tryDraw(application.kind(), name, code, application.uscc());
    }

    /** Whether the chosen enterprise's name is one that we cannot draw, whatever its physical seal. */
    public boolean nameCannotBeDrawn(ApplicationView application) {
        String name = application.enterpriseNameZh();
        SealCode any = new SealCode("0000000000000");
        return name != null
                && renderer.tryDraw(application.kind(), name, any, application.uscc())
                        .isEmpty();
    }

    /** What becomes of the picture in the filing. */
    @Transactional(readOnly = true)
    public ImprintOffer filed(ApplicationView application) {
        return Optional.ofNullable(application.physicalSeal())
                .flatMap(filings::imprint)
                .<ImprintOffer>map(picture -> offer(application, picture))
                .orElseGet(ImprintOffer.None::new);
    }

    /** The cleaned imprint that was chosen. */
    @Transactional(readOnly = true)
    public Optional<Imprint> chosen(ApplicationView application) {
        return Optional.ofNullable(application.imprint())
                .flatMap(digest -> pictures.find(application.id(), digest, name(application)));
    }

    /** The picture that the chosen imprint was made from. */
    @Transactional(readOnly = true)
    public Optional<byte[]> original(ApplicationView application) {
        return Optional.ofNullable(application.imprint())
                .flatMap(digest -> pictures.original(application.id(), digest));
    }

    public void chooseDrawn(UUID applicant, Reference reference) {
        SealApplication application = own(applicant, reference);
        application.edit(ApplicationPart.PHYSICAL_SEAL, clock.instant()).drawn();
        keep(application);
    }

    /** @throws ScanRefusedException when the picture in the filing cannot become an imprint */
    public void chooseFiled(UUID applicant, Reference reference) {
        SealApplication application = own(applicant, reference);
        byte[] picture = Optional.ofNullable(application.view().physicalSeal())
                .flatMap(filings::imprint)
                .orElseThrow(() -> new NotFoundException("filed imprint for " + reference));
        choose(application, ImprintSource.AS_FILED, picture);
    }

    /** @throws ScanRefusedException when the scan cannot become an imprint */
    public void chooseScan(UUID applicant, Reference reference, byte[] scan) {
        choose(own(applicant, reference), ImprintSource.SCANNED, scan);
    }

    private void choose(SealApplication application, ImprintSource source, byte[] picture) {
        Imprint cleaned = clean(application.view(), picture);
        application
                .edit(ApplicationPart.PHYSICAL_SEAL, clock.instant())
                .imprint(source, pictures.keep(application.id(), cleaned, picture));
        keep(application);
    }

    private void keep(SealApplication application) {
        applications.saveAndFlush(application);
        pictures.dropUnused(application.id());
    }

    private static ImprintOffer offer(ApplicationView application, byte[] picture) {
        try {
            return new ImprintOffer.Cleaned(clean(application, picture));
        } catch (ScanRefusedException e) {
            return new ImprintOffer.Refused(e.refusal());
        }
    }

    private static Imprint clean(ApplicationView application, byte[] picture) {
        return ScannedImprint.clean(picture, application.kind(), name(application));
    }

    private static String name(ApplicationView application) {
        return Objects.requireNonNullElse(application.enterpriseNameZh(), "");
    }

    private SealApplication own(UUID applicant, Reference reference) {
        return applications
                .lockByReference(reference.value())
                .filter(application -> application.applicantId().equals(applicant))
                .orElseThrow(() -> new NotFoundException("application " + reference));
    }
}
