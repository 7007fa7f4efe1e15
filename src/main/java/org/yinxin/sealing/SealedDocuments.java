package org.yinxin.sealing;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yinxin.account.People;
import org.yinxin.account.PersonView;
import org.yinxin.seal.SealView;
import org.yinxin.sealing.pdf.PadesLevel;
import org.yinxin.sealing.plan.StampPlan;
import org.yinxin.sealing.plan.TimeStamping;
import org.yinxin.shared.UseCode;
import org.yinxin.site.NotFoundException;

/**
 * Hands sealed documents out to whoever stamped them, to the holder of the mandate under which they were, and to the
 * seal's owner, and never before their use is on the chain.
 */
@Service
public class SealedDocuments {

    private final UseRows uses;
    private final Files files;
    private final StampableSeals stampable;
    private final People people;
    private final ProfileSettings profiles;
    private final Clock clock;

    SealedDocuments(
            UseRows uses, Files files, StampableSeals stampable, People people, ProfileSettings profiles, Clock clock) {
        this.uses = uses;
        this.files = files;
        this.stampable = stampable;
        this.people = people;
        this.profiles = profiles;
        this.clock = clock;
    }

    /** A sealed document with the name that it is saved under. */
    public record SealedDocument(String fileName, DocumentKind kind, byte[] file) {}

    /** @throws NotFoundException when there is no such use, or it is somebody else's */
    @Transactional(readOnly = true)
    public UseView use(UUID person, UseCode code) {
        return owned(person, code).view();
    }

    /** Whether the person may see the use with all that was signed: it is theirs, or of their enterprise's seal. */
    @Transactional(readOnly = true)
    public boolean sees(UUID person, UseCode code) {
        return uses.findByCode(code.value())
                .filter(use -> use.isSigned()
                        && (use.personId().equals(person)
                                || stampable.isOwner(person, use.view().seal())))
                .isPresent();
    }

    /**
     * The file behind a use.
     *
     * @param level of its PAdES signature; empty before it is sealed, and where the profile knows no levels
     * @param toBeRaised whether it is below what is wanted, and will be raised
     * @param timeStamping of the seal's own signature; empty before it is sealed, and where that is not known
     */
    public record SealedState(
            DocumentKind kind,
            StampPlan plan,
            Optional<PadesLevel> level,
            boolean toBeRaised,
            Optional<TimeStamping> timeStamping) {}

    /**
     * Who authorised a use and what they signed; empty for uses older than signatures.
     *
     * @throws NotFoundException when there is no such use, or it is somebody else's
     */
    @Transactional(readOnly = true)
    public Optional<UseAuthorityView> authority(UUID person, UseCode code) {
        Use use = owned(person, code);
        return UseAuthorityView.of(
                use, people.find(use.personId()).map(PersonView::displayName).orElse(null));
    }

    /** The seal that was used, in its newest version. */
    public SealView seal(UseView use) {
        return stampable.of(use);
    }

    /** @throws NotFoundException when there is no such use, or it is somebody else's */
    @Transactional(readOnly = true)
    public SealedState state(UUID person, UseCode code) {
        Use use = owned(person, code);
        Optional<PadesLevel> level = files.raisedTo(use.id()).or(use::level);
        return new SealedState(
                use.document().kind(),
                use.note().plan(),
                level,
                level.filter(reached -> reached.compareTo(profiles.level()) < 0).isPresent(),
                use.timeStamping());
    }

    /** @throws NotFoundException when there is no such document, it is somebody else's, or it is not recorded yet */
    @Transactional
    public SealedDocument release(UUID person, UseCode code) {
        Use use = owned(person, code);
        if (!use.status().isDownloadable()) {
            throw new NotFoundException("Sealed document of use " + code);
        }
        byte[] file = files.newest(use.id()).orElseThrow(() -> new NotFoundException("Sealed document of use " + code));
        use.release(clock.instant());
        return new SealedDocument(
                FileNames.sealed(use.view().fileName(), use.document().kind()),
                use.document().kind(),
                file);
    }

    private Use owned(UUID person, UseCode code) {
        Use use = uses.findByCode(code.value())
                .filter(Use::isSigned)
                .orElseThrow(() -> new NotFoundException("Use " + code));
        boolean own = use.personId().equals(person)
                || use.authorisation()
                        .filter(asked -> stampable.isHolder(person, asked.mandate()))
                        .isPresent();
        if (!own) {
            stampable.owned(person, use.view().seal());
        }
        return use;
    }
}
