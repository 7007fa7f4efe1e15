package org.yinxin.sealing;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yinxin.mandate.DocumentClass;
import org.yinxin.sealing.plan.StampPlan;
import org.yinxin.sealing.plan.UseNote;
import org.yinxin.shared.Digest;
import org.yinxin.shared.Salt;
import org.yinxin.shared.UseCode;

/** What a seal is put on in one use, where, and what for: all that a draft says, and never changed afterwards. */
@Embeddable
class UsedDocument {

    @Enumerated(EnumType.STRING)
    private DocumentKind kind;

    private String fileName;
    private int fileLength;
    private byte @Nullable [] fileDigest;
    private int pages;
    private String plan;
    private @Nullable String field;
    private String purpose;

    @Enumerated(EnumType.STRING)
    private @Nullable DocumentClass documentClass;

    @SuppressWarnings("NullAway.Init")
    protected UsedDocument() {}

    UsedDocument(DraftView draft) {
        this.kind = draft.kind();
        this.fileName = draft.fileName();
        this.fileLength = draft.fileLength();
        this.fileDigest = draft.fileDigest().bytes();
        this.pages = draft.pages().size();
        this.plan =
                Objects.requireNonNull(draft.plan(), "a draft without a plan").text();
        this.field = draft.field();
        this.purpose = Objects.requireNonNull(draft.purpose(), "a draft without a purpose");
        this.documentClass = Objects.requireNonNull(draft.documentClass(), "a draft without its document's kind");
    }

    /** Whether it still is what the draft says. */
    boolean isOf(DraftView draft) {
        return draft.plan() != null
                && plan.equals(draft.plan().text())
                && purpose.equals(draft.purpose())
                && Objects.equals(field, draft.field())
                && upload().equals(Optional.of(draft.fileDigest()))
                && documentClass == draft.documentClass();
    }

    DocumentKind kind() {
        return kind;
    }

    String fileName() {
        return fileName;
    }

    int pages() {
        return pages;
    }

    String purpose() {
        return purpose;
    }

    /** The empty signature field that the first imprint fills, if one was chosen. */
    @Nullable
    String field() {
        return field;
    }

    /** Absent from older uses. */
    Optional<DocumentClass> documentClass() {
        return Optional.ofNullable(documentClass);
    }

    /** SHA-256 of the uploaded file; absent from older uses of PDF documents. */
    Optional<Digest> upload() {
        return Optional.ofNullable(fileDigest).map(Digest::of);
    }

    UseNote note(UseCode code, Salt salt) {
        return new UseNote(
                code,
                salt,
                fileLength,
                kind == DocumentKind.OFD ? upload().orElseThrow() : null,
                StampPlan.parse(plan).orElseThrow());
    }
}
