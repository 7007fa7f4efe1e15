package org.yinxin.sealing;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import org.yinxin.sealing.pdf.PdfInspection;
import org.yinxin.sealing.plan.Placement;
import org.yinxin.shared.SealNumber;
import org.yinxin.shared.UseCode;
import org.yinxin.site.NotFoundException;

/** Documents on their way to be stamped. Each is its owner's alone: for anybody else there is no such draft. */
@Service
public class Drafts {

    private final DraftRows rows;
    private final UseRows uses;
    private final Files files;
    private final DocumentDesk desk;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Drafts(DraftRows rows, UseRows uses, Files files, DocumentDesk desk, TransactionTemplate transaction, Clock clock) {
        this.rows = rows;
        this.uses = uses;
        this.files = files;
        this.desk = desk;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Looks at the file and keeps it; outside any transaction, for looking may take long. */
    public DraftResult start(UUID person, SealNumber seal, String fileName, byte[] file) {
        return switch (desk.inspect(file)) {
            case PdfInspection.Refused refused -> new DraftResult.Refused(refused.reason());
            case PdfInspection.Accepted accepted -> {
                Draft draft = new Draft(
                        person, seal, FileNames.clean(fileName), file.length, accepted.summary(), clock.instant());
                transaction.executeWithoutResult(status -> {
                    rows.save(draft);
                    rows.flush();
                    files.storeUpload(draft.id(), file);
                });
                yield new DraftResult.Started(draft.id());
            }
        };
    }

    @Transactional(readOnly = true)
    public List<DraftView> of(UUID person) {
        return rows.findByPersonIdAndUseIdIsNullOrderByChangedAtDesc(person).stream()
                .map(Draft::view)
                .toList();
    }

    /** @throws NotFoundException when there is no such draft, or it is somebody else's */
    @Transactional(readOnly = true)
    public DraftView of(UUID person, UUID draft) {
        return owned(person, draft).view();
    }

    /** The use that the draft is becoming, for somebody who sends the last page twice. */
    @Transactional(readOnly = true)
    public Optional<UseCode> becoming(UUID person, UUID draft) {
        return owned(person, draft).useId().flatMap(uses::findById).map(Use::code);
    }

    @Transactional(readOnly = true)
    public byte[] file(UUID person, UUID draft) {
        owned(person, draft);
        return files.upload(draft).orElseThrow(() -> new NotFoundException("Upload of draft " + draft));
    }

    /** A page of the document as a PNG. */
    public byte[] page(UUID person, UUID draft, int page, int widthPixels) {
        return desk.render(file(person, draft), page, widthPixels);
    }

    @Transactional
    public void place(UUID person, UUID draft, Placement placement) {
        owned(person, draft).place(placement, clock.instant());
    }

    @Transactional
    public void state(UUID person, UUID draft, String purpose) {
        owned(person, draft).state(purpose.strip(), clock.instant());
    }

    @Transactional
    public void discard(UUID person, UUID draft) {
        Draft unwanted = owned(person, draft);
        if (unwanted.useId().isPresent()) {
            throw new DraftInUseException(draft);
        }
        rows.delete(unwanted);
    }

    private Draft owned(UUID person, UUID draft) {
        return rows.findByIdAndPersonId(draft, person).orElseThrow(() -> new NotFoundException("Draft " + draft));
    }
}
