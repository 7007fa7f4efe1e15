package org.yinxin.verification.document;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yinxin.ledger.UseOnChain;
import org.yinxin.sealing.DocumentDesk;
import org.yinxin.sealing.UseView;
import org.yinxin.sealing.pdf.ExaminedSignature;
import org.yinxin.sealing.pdf.FoundSignature;
import org.yinxin.sealing.pdf.PdfContents;
import org.yinxin.sealing.pdf.PdfRefusedException;
import org.yinxin.sealing.plan.UseNote;
import org.yinxin.verification.Check;
import org.yinxin.verification.CheckCode;

/** Checks a PDF document from the bytes of the file to the chain. */
final class PdfChecker {

    private final DocumentDesk desk;
    private final CertificateCheck certificates;
    private final RecordCheck records;
    private final SealCheck seals;
    private final Books books;

    PdfChecker(DocumentDesk desk, Trust trust, Books books) {
        this.desk = desk;
        this.certificates = new CertificateCheck(trust);
        this.records = new RecordCheck(books);
        this.seals = new SealCheck(books);
        this.books = books;
    }

    DocumentReport check(byte[] file, Instant now) {
        PdfContents contents;
        try {
            contents = desk.read(file);
        } catch (PdfRefusedException e) {
            String reason = e.reason().name().toLowerCase(Locale.ROOT).replace('_', '-');
            Check format = Check.indeterminate(CheckCode.FILE_FORMAT, reason);
            return DocumentReport.of(
                    file, now, List.of(format, Check.skipped(CheckCode.SEAL_PRESENT)), List.of(), List.of());
        }
        List<ExaminedSignature> examined = desk.examine(file, contents);
        List<Check> checks = new ArrayList<>();
        checks.add(Check.passed(CheckCode.FILE_FORMAT, contents.pages().size()));
        checks.add(
                examined.isEmpty()
                        ? Check.failed(CheckCode.SEAL_PRESENT, "none")
                        : Check.passed(CheckCode.SEAL_PRESENT, examined.size()));
        if (!examined.isEmpty()) {
            checks.add(coverage(contents));
        }
        List<SignatureFinding> findings = new ArrayList<>();
        for (ExaminedSignature signature : examined) {
            findings.add(finding(file, signature, examined));
        }
        return DocumentReport.of(file, now, checks, findings, contents.pages());
    }

    private static Check coverage(PdfContents contents) {
        if (contents.signatures().stream().noneMatch(FoundSignature::rangeSound)) {
            return Check.skipped(CheckCode.WHOLE_FILE_COVERED);
        }
        return contents.signatures().stream().anyMatch(FoundSignature::coversFile)
                ? Check.passed(CheckCode.WHOLE_FILE_COVERED)
                : Check.failed(CheckCode.WHOLE_FILE_COVERED, "bytes-appended");
    }

    private SignatureFinding finding(byte[] file, ExaminedSignature signature, List<ExaminedSignature> all) {
        FoundSignature found = signature.found();
        List<Check> checks = new ArrayList<>();
        checks.add(intact(signature));
        UseNote note = found.note().orElse(null);
        UseView use = note == null ? null : books.use(note.code()).orElse(null);
        if (signature.integrity() != ExaminedSignature.Integrity.INTACT) {
            return foreign(signature, null, checks);
        }
        CertificateFinding first = certificates.check(signature, found.claimedTime());
        checks.add(unchanged(signature, all));
        if (!first.trusted()) {
            checks.addAll(disowned(first.checks(), use));
            return foreign(signature, first.owner(), checks);
        }
        RecordFinding record = records.check(file, signature);
        Instant moment = record.usedAt() == null ? found.claimedTime() : record.usedAt();
        checks.addAll(certificates.check(signature, moment).checks());
        checks.addAll(record.checks());
        checks.addAll(seals.check(seal(first.sealNumber(), record.use()), record.use(), moment));
        return new SignatureFinding(
                true,
                first.owner(),
                first.sealNumber(),
                note == null ? null : note.code(),
                record.use() == null ? null : record.use().number(),
                use == null ? null : use.entryId(),
                found.reason(),
                moment,
                found.spot(),
                record.nodes(),
                checks);
    }

    /** The version of the seal that was used, if the chain names it and it carries the certificate's number. */
    private Optional<SealFacts> seal(@Nullable String number, @Nullable UseOnChain use) {
        if (number == null) {
            return Optional.empty();
        }
        Optional<SealFacts> used = use == null ? Optional.empty() : books.seal(use.seal());
        return used.filter(seal -> seal.number().value().equals(number)).or(() -> books.seal(number));
    }

    private static SignatureFinding foreign(ExaminedSignature signature, @Nullable String owner, List<Check> checks) {
        return new SignatureFinding(
                false,
                owner,
                null,
                null,
                null,
                null,
                null,
                signature.found().claimedTime(),
                signature.found().spot(),
                List.of(),
                checks);
    }

    /** Somebody else's certificate with the code of a use that our books know is a forgery, not merely unknown. */
    private static List<Check> disowned(List<Check> checks, @Nullable UseView use) {
        if (use == null) {
            return checks;
        }
        List<Check> told = new ArrayList<>(checks);
        told.set(
                0,
                Check.failed(
                        CheckCode.ISSUER_TRUSTED, "borrowed-code", use.code().value()));
        return told;
    }

    private static Check intact(ExaminedSignature signature) {
        return switch (signature.integrity()) {
            case INTACT -> Check.passed(CheckCode.SIGNATURE_INTACT);
            case BROKEN ->
                Check.failed(CheckCode.SIGNATURE_INTACT, signature.found().rangeSound() ? "altered" : "range-broken");
            case NOT_SUPPORTED ->
                Check.indeterminate(
                        CheckCode.SIGNATURE_INTACT, signature.found().isGm() ? "gm" : "not-supported");
        };
    }

    private Check unchanged(ExaminedSignature signature, List<ExaminedSignature> all) {
        return switch (signature.later()) {
            case NOTHING -> Check.passed(CheckCode.UNCHANGED_SINCE);
            case CHANGES -> Check.failed(CheckCode.UNCHANGED_SINCE, "changed");
            case UNKNOWN -> Check.indeterminate(CheckCode.UNCHANGED_SINCE, "unknown");
            case SIGNATURES ->
                all.stream().anyMatch(other -> paintsOver(signature, other))
                        ? Check.indeterminate(CheckCode.UNCHANGED_SINCE, "visible-signature-added")
                        : Check.passedBecause(CheckCode.UNCHANGED_SINCE, "signatures-added");
        };
    }

    /** Anyone can add a signature of his own making whose picture covers what stands on the page. */
    private boolean paintsOver(ExaminedSignature signature, ExaminedSignature other) {
        return other.found().signedUntil() > signature.found().signedUntil()
                && other.found().spot() != null
                && !certificates.check(other, other.found().claimedTime()).trusted();
    }
}
