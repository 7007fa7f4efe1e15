package org.yinxin.sealing;

import java.time.Clock;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yinxin.shared.SealNumber;
import org.yinxin.shared.UseCode;
import org.yinxin.site.NotFoundException;

/** Hands sealed documents out to the enterprise that sealed them, and never before their use is on the chain. */
@Service
public class SealedDocuments {

    private final UseRows uses;
    private final Files files;
    private final StampableSeals stampable;
    private final Clock clock;

    SealedDocuments(UseRows uses, Files files, StampableSeals stampable, Clock clock) {
        this.uses = uses;
        this.files = files;
        this.stampable = stampable;
        this.clock = clock;
    }

    /** A sealed document with the name that it is saved under. */
    public record SealedDocument(String fileName, byte[] file) {}

    /** @throws NotFoundException when there is no such use, or it is somebody else's */
    @Transactional(readOnly = true)
    public UseView use(UUID person, UseCode code) {
        return owned(person, code).view();
    }

    /** @throws NotFoundException when there is no such document, it is somebody else's, or it is not recorded yet */
    @Transactional
    public SealedDocument release(UUID person, UseCode code) {
        Use use = owned(person, code);
        if (!use.status().isDownloadable()) {
            throw new NotFoundException("Sealed document of use " + code);
        }
        byte[] file = files.sealed(use.id()).orElseThrow(() -> new NotFoundException("Sealed document of use " + code));
        use.release(clock.instant());
        return new SealedDocument(FileNames.sealed(use.view().fileName()), file);
    }

    private Use owned(UUID person, UseCode code) {
        Use use = uses.findByCode(code.value()).orElseThrow(() -> new NotFoundException("Use " + code));
        SealNumber seal = use.view().seal();
        stampable.of(person, seal);
        return use;
    }
}
