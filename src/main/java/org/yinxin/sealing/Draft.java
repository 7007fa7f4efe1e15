package org.yinxin.sealing;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yinxin.mandate.DocumentClass;
import org.yinxin.sealing.plan.PageSize;
import org.yinxin.sealing.plan.StampPlan;
import org.yinxin.shared.Digest;
import org.yinxin.shared.SealNumber;

/** A document that somebody is about to stamp. */
@Entity
@Table(schema = "sealing", name = "draft")
class Draft {

    @Id
    private UUID id;

    @Version
    private long version;

    private UUID personId;
    private String sealNumber;
    private String fileName;
    private int fileLength;

    @Enumerated(EnumType.STRING)
    private DocumentKind kind;

    private int signatures;
    private int[] pageSizes;
    private byte[] fileDigest;
    private @Nullable String plan;
    private @Nullable String field;
    private String[] emptyFields;
    private @Nullable String purpose;

    @Enumerated(EnumType.STRING)
    private @Nullable DocumentClass documentClass;

    private byte @Nullable [] mandate;
    private @Nullable UUID useId;
    private Instant createdAt;
    private Instant changedAt;

    @SuppressWarnings("NullAway.Init")
    protected Draft() {}

    Draft(
            UUID personId,
            SealNumber seal,
            String fileName,
            byte[] file,
            DocumentInspection.Accepted inspected,
            Instant now) {
        this.id = UUID.randomUUID();
        this.personId = personId;
        this.sealNumber = seal.value();
        this.fileName = fileName;
        this.fileLength = file.length;
        this.fileDigest = Digest.sha256(file).bytes();
        this.kind = inspected.kind();
        this.signatures = inspected.signatures();
        this.pageSizes = inspected.pages().stream()
                .flatMapToInt(size ->
                        IntStream.of((int) Math.round(size.widthMm() * 10), (int) Math.round(size.heightMm() * 10)))
                .toArray();
        this.emptyFields = inspected.fields().stream().map(PreparedField::text).toArray(String[]::new);
        this.createdAt = now;
        this.changedAt = now;
    }

    void place(StampPlan places, @Nullable String filledField, Instant now) {
        change(now);
        plan = places.text();
        field = filledField;
    }

    void state(String why, DocumentClass what, Instant now) {
        change(now);
        purpose = why;
        documentClass = what;
    }

    /** Under which of several mandates it is to be signed. */
    void choose(Digest chosen, Instant now) {
        change(now);
        mandate = chosen.bytes();
    }

    /** From now on it cannot be changed: it is what the use authorises. */
    void hold(UUID use, Instant now) {
        change(now);
        useId = use;
    }

    void letGo(Instant now) {
        useId = null;
        changedAt = now;
    }

    private void change(Instant now) {
        if (useId != null) {
            throw new DraftInUseException(id);
        }
        changedAt = now;
    }

    UUID id() {
        return id;
    }

    Optional<UUID> useId() {
        return Optional.ofNullable(useId);
    }

    DraftView view() {
        return new DraftView(
                id,
                personId,
                new SealNumber(sealNumber),
                kind,
                fileName,
                fileLength,
                Digest.of(fileDigest),
                signatures,
                pages(),
                Stream.of(emptyFields).map(PreparedField::parse).toList(),
                plan == null ? null : StampPlan.parse(plan).orElseThrow(),
                field,
                purpose,
                documentClass,
                mandate == null ? null : Digest.of(mandate),
                useId != null,
                changedAt);
    }

    private List<PageSize> pages() {
        List<PageSize> pages = new ArrayList<>(pageSizes.length / 2);
        for (int i = 0; i + 1 < pageSizes.length; i += 2) {
            pages.add(new PageSize(pageSizes[i] / 10.0, pageSizes[i + 1] / 10.0));
        }
        return pages;
    }
}
