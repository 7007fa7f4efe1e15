package org.yinxin.sealing;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import org.yinxin.mandate.DocumentClass;
import org.yinxin.sealing.plan.StampPlan;
import org.yinxin.sealing.plan.TextHit;
import org.yinxin.shared.Digest;
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
            case DocumentInspection.Refused refused -> new DraftResult.Refused(refused.reason());
            case DocumentInspection.Accepted accepted -> {
                Draft draft = new Draft(
                        person, seal, FileNames.clean(fileName, accepted.kind()), file, accepted, clock.instant());
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

    /** Where a word stands in the document. */
    public List<TextHit> find(UUID person, UUID draft, String word) {
        return desk.find(file(person, draft), word);
    }

    @Transactional
    public void place(UUID person, UUID draft, StampPlan plan) {
        place(person, draft, plan, null);
    }

    /** @param field the name of an empty signature field that the first imprint fills; it lies within */
    @Transactional
    public void place(UUID person, UUID draft, StampPlan plan, @Nullable String field) {
        owned(person, draft).place(plan, field, clock.instant());
    }

    @Transactional
    public void state(UUID person, UUID draft, String purpose, DocumentClass kind) {
        owned(person, draft).state(purpose.strip(), kind, clock.instant());
    }

    /** Under which of several mandates it is to be signed. */
    @Transactional
    public void choose(UUID person, UUID draft, Digest mandate) {
        owned(person, draft).choose(mandate, clock.instant());
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
